"""Loops of uvloop, which pytest-asyncio takes from the policy, and those that tests run themselves."""

import asyncio
import gc

import pytest
import uvloop
from library import Keeper, Store, double, fail, save, start_refresh

TASKS = []
LOOPS = []


@pytest.fixture
async def record():
    return await save("record")


@pytest.fixture
async def forgetful():
    yield "forgetful"
    save("torn down")


async def test_loop():
    assert isinstance(asyncio.get_running_loop(), uvloop.Loop)


@pytest.mark.parametrize("number", range(6))
async def test_awaits(number):
    assert await double(number) == 2 * number


@pytest.mark.parametrize("number", range(4))
def test_run(number):
    assert uvloop.run(double(number)) == 2 * number


async def test_forgets():
    save("a statement")


async def test_forgets_in_the_code_that_is_tested():
    await Store().forget("a")


async def test_keeps_in_a_cycle():
    Keeper(save("until the collector runs"))


async def test_collects():
    gc.collect()


async def test_with_record(record):
    assert record == "record"


async def test_with_forgetful(forgetful):
    assert forgetful == "forgetful"


def test_forgets_in_a_loop_of_its_own():
    async def main():
        save("on a loop that the test runs")

    uvloop.run(main())


async def test_leaves_a_task():
    TASKS.append(start_refresh())
    await asyncio.sleep(0)


def test_leaves_a_task_in_a_loop_of_its_own():
    async def main():
        TASKS.append(start_refresh())

    uvloop.run(main())


def test_leaves_a_loop():
    loop = uvloop.new_event_loop()
    loop.run_until_complete(save())
    LOOPS.append(loop)


async def test_loses_an_exception():
    TASKS.append(asyncio.create_task(fail()))
    await asyncio.sleep(0.01)


async def test_gather():
    assert await asyncio.gather(double(1), double(2)) == [2, 4]


async def test_time_limit():
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(asyncio.sleep(60), 0.01)


async def test_thread():
    assert await asyncio.to_thread(len, "abc") == 3


@pytest.mark.xfail(strict=True)
async def test_fails_and_forgets():
    kept = save("in a frame that pytest keeps")
    assert kept is None


def test_loop_of_asyncio_leaves_a_task():
    async def main():
        TASKS.append(start_refresh())

    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        runner.run(main())


def test_innocent():
    LOOPS.pop().close()
    gc.collect()
