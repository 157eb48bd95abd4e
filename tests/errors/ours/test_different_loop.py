# shows: attached-to-different-loop
# in: asyncio-0_23 asyncio-0_26 asyncio-1_0 asyncio-1_5
import asyncio

import pytest
import pytest_asyncio


@pytest_asyncio.fixture(scope="session")
async def ready():
    return asyncio.get_running_loop().create_future()


class TestWaiting:
    @pytest.mark.asyncio
    async def test_load(self, ready):
        await asyncio.wait_for(ready, 0.1)
