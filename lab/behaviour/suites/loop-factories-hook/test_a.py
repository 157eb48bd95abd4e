import asyncio, pytest
@pytest.mark.asyncio
async def test_1(): assert type(asyncio.get_running_loop()).__name__ == "Loop", "factory NOT used"
