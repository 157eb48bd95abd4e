# in: asyncio-0_24 asyncio-1_5
# ini: asyncio_mode = auto
# ini: asyncio_default_fixture_loop_scope = function
import asyncio


async def load():
    return {"name": "x"}


async def test_load():
    await asyncio.sleep(0)
    assert (await load())["name"] == "y"
