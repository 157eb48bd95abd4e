# shows: event-loop-redefined
# in: asyncio-0_23 asyncio-0_24 asyncio-0_26
import asyncio

import pytest


@pytest.fixture
def event_loop():
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.mark.asyncio
async def test_load():
    await asyncio.sleep(0)
