# shows: mark-arguments
# in: asyncio-0_24 asyncio-0_26 asyncio-1_5
import pytest


@pytest.mark.asyncio("session")
async def test_load():
    pass
