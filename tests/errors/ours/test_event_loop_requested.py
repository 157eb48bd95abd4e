# shows: no-event-loop-fixture
# in: asyncio-1_0 asyncio-1_2 asyncio-1_5
import asyncio


def test_load(event_loop):
    event_loop.run_until_complete(asyncio.sleep(0))
