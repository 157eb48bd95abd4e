"""Tasks that do nothing but wait to be cancelled, and others that only look like it."""

import asyncio
import contextlib
import math

KEPT = []


def leave(coroutine):
    async def main():
        KEPT.append(asyncio.create_task(coroutine))
        await asyncio.sleep(0.01)

    asyncio.run(main())


async def clean_up():
    try:
        await asyncio.sleep(math.inf)
    except asyncio.CancelledError:
        KEPT.append("cleaned up")


async def through_another():
    await clean_up()


async def run_for_ever():
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        KEPT.append("cleaned up")


def test_cleans_up():
    leave(clean_up())
    assert KEPT.pop() == "cleaned up"


def test_cleans_up_below():
    leave(through_another())
    assert KEPT.pop() == "cleaned up"


def test_runs_for_ever():
    leave(run_for_ever())
    assert KEPT.pop() == "cleaned up"


async def only_sleep():
    await asyncio.sleep(math.inf)


async def sleep_for_an_hour():
    try:
        await asyncio.sleep(3600)
    finally:
        KEPT.append("cleaned up")


async def poll():
    try:
        while True:
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        KEPT.append("cleaned up")


async def work(queue):
    try:
        while True:
            await queue.get()
    finally:
        KEPT.append("cleaned up")


async def wait_for_others(seen):
    future = asyncio.get_running_loop().create_future()
    seen.append(future)
    try:
        await future
    finally:
        KEPT.append("cleaned up")


async def wait_for_a_time():
    try:
        await asyncio.wait_for(asyncio.sleep(math.inf), 3600)
    finally:
        KEPT.append("cleaned up")


async def recover():
    try:
        raise ValueError
    except ValueError:
        await asyncio.sleep(math.inf)


async def take_other_errors():
    try:
        await asyncio.sleep(math.inf)
    except (ValueError, OSError):
        KEPT.append("never")


async def suppress():
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.sleep(math.inf)


def test_only_sleeps():
    leave(only_sleep())


def test_sleeps_for_an_hour():
    leave(sleep_for_an_hour())


def test_polls():
    leave(poll())


def test_works():
    async def main():
        KEPT.append(asyncio.create_task(work(asyncio.Queue())))
        await asyncio.sleep(0.01)

    asyncio.run(main())


def test_waits_for_others():
    leave(wait_for_others([]))


def test_waits_for_a_time():
    leave(wait_for_a_time())


def test_recovers():
    leave(recover())


def test_takes_other_errors():
    leave(take_other_errors())


def test_suppresses():
    leave(suppress())


def test_loop_is_closed_under_it():
    loop = asyncio.new_event_loop()
    KEPT.append(loop.create_task(clean_up()))
    loop.run_until_complete(asyncio.sleep(0.01))
    loop.close()
