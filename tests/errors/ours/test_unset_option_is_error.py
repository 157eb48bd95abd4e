# shows: fixture-loop-scope-unset
# in: asyncio-1_3 asyncio-1_5
# ini: filterwarnings = error
import pytest


@pytest.mark.asyncio
async def test_load():
    pass
