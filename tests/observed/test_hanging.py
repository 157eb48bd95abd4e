"""Tasks that cannot be cancelled: the run would hang, if nobody limited the time."""

import asyncio
import contextlib
import signal

import pytest

KEPT = []


@pytest.fixture(autouse=True)
def limit():
    def give_up(_signal, _frame):
        pytest.fail("too late")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, 1.5)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


async def poll():
    while True:
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.sleep(3600)


async def poll_below():
    await poll()


async def retry():
    while True:
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            pass


async def clean_up_slowly():
    try:
        await asyncio.sleep(3600)
    finally:
        await asyncio.sleep(0.6)
        KEPT.append("cleaned up")


async def clean_up_for_ever():
    try:
        await asyncio.sleep(3600)
    finally:
        await asyncio.sleep(3600)


async def start(*coroutines):
    KEPT.extend(map(asyncio.create_task, coroutines))
    await asyncio.sleep(0.01)


def test_goes_on_with_its_loop():
    asyncio.run(start(retry()))


def test_is_suppressed_below():
    async def main():
        KEPT.append(asyncio.create_task(poll_below()))
        await asyncio.sleep(0.01)

    asyncio.run(main())


def test_waits_for_one_that_goes_on():
    async def wait_for_it():
        await inner

    async def main():
        nonlocal inner
        inner = asyncio.create_task(retry())
        KEPT.append(asyncio.create_task(wait_for_it()))
        await asyncio.sleep(0.01)

    inner = None
    asyncio.run(main())


def test_cleans_up_slowly():
    asyncio.run(start(clean_up_slowly()))
    assert KEPT.pop() == "cleaned up"


def test_cleans_up_for_ever():
    asyncio.run(start(clean_up_for_ever()))
