# shows: async-generator-test
# in: asyncio-0_23 asyncio-0_26 asyncio-1_5
import pytest


@pytest.mark.asyncio
async def test_load():
    yield
