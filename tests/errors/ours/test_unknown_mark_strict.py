# shows: unknown-mark
# in: pytest-7 pytest-9
# ini: addopts = --strict-markers
import pytest


@pytest.mark.asyncio
async def test_load():
    pass
