"""Each test drops a coroutine. `DROPPED_TESTS` says how many there are."""

import asyncio
import os

import pytest


async def save():
    pass


async def ask():
    save()
    await asyncio.sleep(0)


@pytest.mark.parametrize("number", range(int(os.environ.get("DROPPED_TESTS", "400"))))
def test_drops(number):
    if number % 2:
        asyncio.run(ask())
    else:
        save()
    assert [[] for _ in range(100)]
