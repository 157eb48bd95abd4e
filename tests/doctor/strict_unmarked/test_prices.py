import asyncio


async def price():
    await asyncio.sleep(0)
    return 3


async def test_price():
    assert await price() == 3


async def test_sum():
    assert await price() + await price() == 6
