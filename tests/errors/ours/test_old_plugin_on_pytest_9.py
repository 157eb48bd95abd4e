# shows: plugin-too-old-for-pytest-9
# in: asyncio-0_19-pytest-9 asyncio-0_21-pytest-9
import pytest


@pytest.mark.asyncio
async def test_load():
    pass
