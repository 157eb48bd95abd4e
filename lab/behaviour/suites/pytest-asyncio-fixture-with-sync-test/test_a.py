import pytest, pytest_asyncio
@pytest_asyncio.fixture
async def fx(): return 1
def test_1(fx): assert fx == 1, f"fx is {type(fx).__name__}"
