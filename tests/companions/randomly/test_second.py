"""What comes before the other file, or behind it."""

import asyncio
import gc
import random

import pytest
from library import Keeper, double, refresh, save

KEPT = []


@pytest.mark.parametrize("number", range(6))
async def test_forgets_at_times(number):
    await asyncio.sleep(0)
    if number in (2, 5):
        Keeper(save(number))


def test_leaves_a_loop():
    Keeper(asyncio.new_event_loop())


def test_run_leaves_a_task():
    async def main():
        KEPT.append(asyncio.create_task(refresh()))

    asyncio.run(main())


@pytest.mark.parametrize("number", range(3))
async def test_waits_at_random(number):
    await asyncio.sleep(random.random() / 1000)
    assert await double(number) == 2 * number


@pytest.mark.xfail(strict=True)
def test_fails_and_forgets():
    kept = save("in a frame that pytest keeps")
    assert kept is None


def test_collects():
    gc.collect()
