import asyncio, pytest
@pytest.mark.asyncio
async def test_1():
    asyncio.run(asyncio.sleep(0))
