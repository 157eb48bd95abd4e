# shows: scope-mismatch-event-loop
# in: asyncio-0_24 asyncio-0_26 asyncio-1_0 asyncio-1_5
import pytest
import pytest_asyncio


@pytest_asyncio.fixture(scope="session", loop_scope="function")
async def client():
    return 1


@pytest.mark.asyncio
async def test_load(client):
    assert client == 1
