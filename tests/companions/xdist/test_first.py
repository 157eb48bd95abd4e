"""Half of the tests of two workers."""

import asyncio
import gc

import pytest
from library import Keeper, Store, double, fail, save, start_refresh

TASKS = []


@pytest.fixture(scope="session")
def of_the_worker():
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.fixture
async def forgetful():
    Keeper(save("set up"))
    yield "forgetful"


@pytest.mark.parametrize("number", range(8))
async def test_awaits(number):
    assert await double(number) == 2 * number


@pytest.mark.parametrize("number", range(4))
async def test_forgets(number):
    if number % 2:
        save(number)


@pytest.mark.parametrize("number", range(3))
def test_on_the_loop_of_the_worker(of_the_worker, number):
    assert of_the_worker.run_until_complete(double(number)) == 2 * number


async def test_leaves_a_task():
    TASKS.append(start_refresh())
    await asyncio.sleep(0)


async def test_with_forgetful(forgetful):
    gc.collect()


async def test_loses_an_exception():
    TASKS.append(asyncio.create_task(fail()))
    await asyncio.sleep(0.01)


async def test_in_the_code_that_is_tested():
    await Store().forget("a")


def test_leaves_a_loop():
    Keeper(asyncio.new_event_loop())


def test_collects():
    gc.collect()
