"""pytest-rerunfailures: a test that fails is run again, with its fixtures."""

import asyncio
import gc

import pytest
from library import Keeper, Store, double, fail, save, start_refresh

TASKS = []
TIMES = {}


def times(name):
    """How often this was called with the name."""
    TIMES[name] = TIMES.get(name, 0) + 1
    return TIMES[name]


@pytest.fixture
async def flaky():
    assert times("fixture") == 2
    yield "flaky"


@pytest.fixture
async def forgetful():
    save("set up for each attempt")
    yield "forgetful"


@pytest.fixture(scope="module")
def of_the_module():
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.mark.parametrize("number", range(5))
async def test_awaits(number):
    assert await double(number) == 2 * number


@pytest.mark.parametrize("number", range(4))
async def test_second_attempt(number):
    assert times(number) == 2


async def test_first_attempt_forgets():
    if times("forgets") == 1:
        save("in the first attempt")
        raise AssertionError("once")


async def test_second_attempt_forgets():
    if times("forgets later") == 1:
        raise AssertionError("once")
    Keeper(save("in the second attempt"))


async def test_each_attempt_forgets():
    kept = save("in each attempt")
    assert times("each") == 3, kept


def test_never_passes():
    raise AssertionError("each time")


def test_never_passes_and_forgets():
    save("each time")
    raise AssertionError("each time")


async def test_first_attempt_leaves_a_task():
    if times("task") == 1:
        TASKS.append(start_refresh())
        raise AssertionError("once")


async def test_with_flaky(flaky):
    assert flaky == "flaky"


async def test_with_forgetful(forgetful):
    assert times("forgetful") == 2


@pytest.mark.parametrize("number", range(3))
def test_on_the_loop_of_the_module(of_the_module, number):
    assert of_the_module.run_until_complete(double(number)) == 2 * number
    assert number or times("loop") == 2


@pytest.mark.flaky(reruns=1)
async def test_has_a_marker():
    assert times("marker") == 2


@pytest.mark.flaky(reruns=0)
async def test_has_one_attempt():
    await Store().forget("a")
    raise AssertionError("each time")


async def test_loses_an_exception():
    TASKS.append(asyncio.create_task(fail()))
    await asyncio.sleep(0.01)


@pytest.mark.xfail(strict=True)
async def test_fails_and_forgets():
    kept = save("in a frame that pytest keeps")
    assert kept is None


def test_second_attempt_leaves_a_loop():
    assert times("left") == 2
    Keeper(asyncio.new_event_loop())


@pytest.mark.parametrize("number", range(3))
def test_run(number):
    assert asyncio.run(double(number)) == 2 * number


def test_innocent():
    gc.collect()
