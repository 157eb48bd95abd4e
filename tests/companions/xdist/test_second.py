"""The other half: what is kept until a worker ends."""

import asyncio

import pytest
from library import Keeper, save, start_refresh

KEPT = []


@pytest.mark.parametrize("number", range(6))
def test_number(number):
    assert number < 6


def test_keeps_for_ever():
    KEPT.append(save("until the worker ends"))


def test_keeps_in_a_cycle():
    Keeper(save("until the collector runs"))


@pytest.mark.xfail(strict=True)
def test_fails_and_forgets():
    kept = save("in a frame that pytest keeps")
    assert kept is None


@pytest.mark.skip(reason="never")
def test_skipped():
    save("never")


async def test_cancels():
    task = start_refresh()
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


def test_run_leaves_a_task():
    async def main():
        KEPT.append(asyncio.create_task(asyncio.sleep(60)))

    asyncio.run(main())


def test_fails():
    raise AssertionError("as it is meant to")
