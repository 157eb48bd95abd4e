import asyncio

import pytest

from parcels.client import Carrier, locate_all


def test_locate():
    assert asyncio.run(Carrier().locate(1))


def test_all(loop):
    assert loop.run_until_complete(locate_all([]))


@pytest.mark.asyncio
async def test_nested():
    assert asyncio.run(locate_all([]))


def ask(coroutine):
    return asyncio.run(coroutine)


def test_by_helper():
    assert ask(locate_all([]))
