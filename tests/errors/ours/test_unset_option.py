# shows: fixture-loop-scope-unset
# in: asyncio-0_24 asyncio-0_25
import pytest


@pytest.mark.asyncio
async def test_load():
    pass
