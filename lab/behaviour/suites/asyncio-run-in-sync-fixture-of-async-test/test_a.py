import asyncio, pytest
@pytest.fixture
def fx(): return asyncio.run(asyncio.sleep(0, 7))
@pytest.mark.asyncio
async def test_1(fx): assert fx == 7
