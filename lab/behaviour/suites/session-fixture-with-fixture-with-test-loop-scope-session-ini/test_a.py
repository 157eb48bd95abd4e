import asyncio, pytest
@pytest.mark.asyncio
async def test_use(res):
    await asyncio.wait_for(asyncio.shield(res.fut), 1)
@pytest.mark.asyncio
async def test_use_again(res):
    assert asyncio.get_running_loop() is res.loop
