import asyncio, pytest, pytest_asyncio
@pytest_asyncio.fixture
async def fx():
    async with asyncio.timeout(5): yield 1
@pytest.mark.asyncio
async def test_1(fx): pass
