# shows: event-loop-requested-by-async
# in: asyncio-0_23 asyncio-0_24 asyncio-0_26
import pytest


@pytest.mark.asyncio
async def test_load(event_loop):
    assert event_loop.is_running()
