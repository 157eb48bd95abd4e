import asyncio, pytest
@pytest.mark.asyncio
async def test_1():
    asyncio.run(asyncio.sleep(0))
@pytest.mark.asyncio
async def test_2():
    assert asyncio.get_event_loop().run_until_complete(asyncio.sleep(0, 3)) == 3
