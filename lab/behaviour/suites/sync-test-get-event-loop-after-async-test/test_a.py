import asyncio, pytest
@pytest.mark.asyncio
async def test_1(): pass
def test_2(): asyncio.get_event_loop().run_until_complete(asyncio.sleep(0))
