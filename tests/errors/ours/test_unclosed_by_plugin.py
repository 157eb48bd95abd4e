# shows: plugin-found-unclosed-loop
# in: asyncio-0_23 asyncio-0_26
# ini: asyncio_mode = auto
import asyncio


async def test_load():
    asyncio.get_event_loop_policy().set_event_loop(asyncio.new_event_loop())
