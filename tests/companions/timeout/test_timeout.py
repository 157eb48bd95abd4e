"""pytest-timeout: a signal ends what takes too long, wherever it is."""

import asyncio
import gc
import time

import pytest
from library import Keeper, Store, double, fail, refresh, save, start_refresh

TASKS = []


@pytest.fixture
async def forgetful():
    yield "forgetful"
    save("torn down")


@pytest.fixture
def slow():
    save("before it is too late")
    time.sleep(60)


@pytest.mark.parametrize("number", range(8))
async def test_in_time(number):
    assert await double(number) == 2 * number


@pytest.mark.parametrize("number", range(4))
@pytest.mark.timeout(5, method="thread")
def test_in_time_by_a_thread(number):
    assert asyncio.run(double(number)) == 2 * number


@pytest.mark.timeout(1)
def test_hangs():
    time.sleep(60)


@pytest.mark.timeout(1)
def test_hangs_and_forgets():
    kept = save("in a frame that pytest keeps")
    time.sleep(60)
    assert kept


@pytest.mark.timeout(1)
async def test_hangs_in_a_loop():
    await asyncio.sleep(60)


@pytest.mark.timeout(1)
async def test_hangs_in_a_loop_and_leaves_a_task():
    TASKS.append(start_refresh())
    await asyncio.sleep(60)


@pytest.mark.timeout(1)
async def test_holds_the_loop_and_forgets():
    Keeper(save("until the collector runs"))
    time.sleep(60)


@pytest.mark.timeout(1)
def test_with_slow(slow):
    raise AssertionError("it is not called")


@pytest.mark.timeout(1)
def test_run_hangs():
    asyncio.run(refresh())


async def test_after_those_that_hang():
    gc.collect()


async def test_forgets():
    save("a statement")


async def test_forgets_in_the_code_that_is_tested():
    await Store().forget("a")


async def test_with_forgetful(forgetful):
    assert forgetful == "forgetful"


async def test_leaves_a_task():
    TASKS.append(asyncio.create_task(asyncio.sleep(60)))


async def test_loses_an_exception():
    TASKS.append(asyncio.create_task(fail()))
    await asyncio.sleep(0.01)


@pytest.mark.timeout(0)
async def test_without_limit():
    assert await save(1) == 1


@pytest.mark.timeout(func_only=True)
async def test_limit_of_the_function():
    assert await save(1) == 1


async def test_own_time_limit():
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(asyncio.sleep(60), 0.01)


async def test_gather():
    assert await asyncio.gather(double(1), double(2)) == [2, 4]


@pytest.mark.xfail(strict=True)
@pytest.mark.timeout(1)
async def test_expected_to_hang():
    await asyncio.get_running_loop().create_future()


def test_innocent():
    gc.collect()
