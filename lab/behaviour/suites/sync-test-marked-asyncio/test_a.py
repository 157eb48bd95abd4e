import pytest
@pytest.mark.asyncio
def test_1(): pass
