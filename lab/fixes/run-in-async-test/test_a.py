import asyncio

import pytest


async def load(key):
    await asyncio.sleep(0)
    return key


@pytest.mark.asyncio
async def test_load():
    assert asyncio.run(load("k")) == "k"
