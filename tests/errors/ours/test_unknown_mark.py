# shows: unknown-mark
# in: pytest-7 pytest-9
import pytest


@pytest.mark.asyncio
async def test_load():
    pass
