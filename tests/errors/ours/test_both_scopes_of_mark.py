# shows: mark-scope-twice
# in: asyncio-0_24 asyncio-1_5
import pytest


@pytest.mark.asyncio(scope="session", loop_scope="session")
async def test_load():
    pass
