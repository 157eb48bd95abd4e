import asyncio


async def test_sum():
    await asyncio.sleep(0)
    assert 1 + 1 == 2
