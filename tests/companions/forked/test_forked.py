"""pytest-forked: each test in a child of the process, which ends without tearing the session down."""

import asyncio
import gc
import os
import signal

import pytest
from library import Keeper, Store, double, fail, refresh, save, start_refresh

KEPT = []


@pytest.fixture
async def forgetful():
    save("set up")
    yield "forgetful"
    Keeper(save("torn down"))


@pytest.fixture(scope="session")
def of_the_session():
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.mark.parametrize("number", range(7))
async def test_awaits(number):
    assert await double(number) == 2 * number


@pytest.mark.parametrize("number", range(3))
def test_on_the_loop_of_the_session(of_the_session, number):
    assert of_the_session.run_until_complete(double(number)) == 2 * number


async def test_forgets():
    save("a statement")


async def test_forgets_in_the_code_that_is_tested():
    await Store().forget("a")


def test_keeps_for_ever():
    KEPT.append(save("until the child ends"))


def test_keeps_in_a_cycle():
    Keeper(save("until the collector runs, which it does not"))


async def test_with_forgetful(forgetful):
    assert forgetful == "forgetful"


async def test_leaves_a_task():
    KEPT.append(start_refresh())
    await asyncio.sleep(0)


def test_run_leaves_a_task():
    async def main():
        KEPT.append(asyncio.create_task(refresh()))

    asyncio.run(main())


async def test_loses_an_exception():
    KEPT.append(asyncio.create_task(fail()))
    await asyncio.sleep(0.01)


def test_leaves_a_loop():
    Keeper(asyncio.new_event_loop())


def test_nothing_of_the_others_is_here():
    assert KEPT == []


def test_ends_its_process():
    os._exit(3)


def test_is_killed():
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.xfail(strict=True)
async def test_fails_and_forgets():
    kept = save("in a frame that pytest keeps")
    assert kept is None


def test_fails():
    raise AssertionError("as it is meant to")


@pytest.mark.parametrize("number", range(4))
def test_run(number):
    assert asyncio.run(double(number)) == 2 * number


async def test_time_limit():
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(asyncio.sleep(60), 0.01)


def test_innocent():
    gc.collect()
