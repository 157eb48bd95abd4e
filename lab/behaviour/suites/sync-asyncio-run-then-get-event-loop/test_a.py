import asyncio, pytest
def test_1(): asyncio.run(asyncio.sleep(0))
def test_2(): asyncio.get_event_loop().run_until_complete(asyncio.sleep(0))
@pytest.mark.asyncio
async def test_3(): pass
