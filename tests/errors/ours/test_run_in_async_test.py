# shows: asyncio-run-in-loop
# in: asyncio-0_21 asyncio-0_26 asyncio-1_5
import asyncio

import pytest


async def load():
    return 1


def load_now():
    return asyncio.run(load())


@pytest.mark.asyncio
async def test_load():
    assert load_now() == 1
