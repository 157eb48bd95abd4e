# shows: async-not-supported
# in: asyncio-0_21 asyncio-0_25 asyncio-0_26 asyncio-1_5
async def test_load():
    assert False
