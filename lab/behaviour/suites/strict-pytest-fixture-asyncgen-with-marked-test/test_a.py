import pytest
@pytest.fixture
async def fx(): yield 1
@pytest.mark.asyncio
async def test_1(fx): assert fx == 1, f"fx is {type(fx).__name__}"
