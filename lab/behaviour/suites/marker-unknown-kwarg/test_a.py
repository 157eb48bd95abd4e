import pytest
@pytest.mark.asyncio(foo=1)
async def test_1(): pass
