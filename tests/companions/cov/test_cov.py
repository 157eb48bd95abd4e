"""pytest-cov: a tracer sees each line, and a context is set for each phase."""

import asyncio
import gc
import sys
import threading

import pytest
from library import Keeper, Store, double, fail, refresh, save, start_refresh

TASKS = []


@pytest.fixture
def store():
    return Store()


@pytest.fixture
async def forgetful():
    save("set up")
    yield "forgetful"
    Keeper(save("torn down"))


@pytest.mark.parametrize("record", ["a", "b", "c", "d"])
async def test_puts(store, record):
    await store.put(record)
    assert store.records == [record]


@pytest.mark.parametrize("number", range(6))
async def test_doubles(number):
    assert await double(number) == 2 * number


async def test_forgets():
    save("a statement")


async def test_forgets_in_the_code_that_is_tested(store):
    await store.forget("a")


async def test_forgets_in_a_comprehension():
    [save(number) for number in range(3)]


def test_forgets_in_a_lambda():
    (lambda: save("in a lambda"))()


def test_forgets_in_a_thread():
    thread = threading.Thread(target=lambda: save("in a thread"))
    thread.start()
    thread.join()


def test_keeps_in_a_cycle():
    Keeper(save("until the collector runs"))


def test_collects():
    gc.collect()


async def test_with_forgetful(forgetful):
    assert forgetful == "forgetful"


async def test_leaves_a_task():
    TASKS.append(start_refresh())
    await asyncio.sleep(0)


async def test_leaves_a_task_of_its_own():
    TASKS.append(
        asyncio.create_task(
            refresh(),
        )
    )


async def test_loses_an_exception():
    TASKS.append(asyncio.create_task(fail()))
    await asyncio.sleep(0.01)


def test_leaves_a_loop():
    Keeper(asyncio.new_event_loop())


def test_has_a_tracer_of_its_own():
    before = sys.gettrace()
    sys.settrace(None)
    save("without a tracer")
    sys.settrace(before)


async def test_cancels():
    task = start_refresh()
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


@pytest.mark.parametrize("number", range(3))
def test_run(number):
    assert asyncio.run(double(number)) == 2 * number


def test_expects():
    with pytest.raises(ValueError, match="nobody looks"):
        asyncio.run(fail())


@pytest.mark.xfail(strict=True)
async def test_fails_and_forgets():
    kept = save("in a frame that pytest keeps")
    assert kept is None


def test_innocent():
    gc.collect()
