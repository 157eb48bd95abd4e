import asyncio


async def price():
    await asyncio.sleep(0)
    return 3


async def test_price():
    assert await price() == 3
