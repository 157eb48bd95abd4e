# shows: scope-mismatch-event-loop
# in: asyncio-0_21
import pytest_asyncio
import pytest


@pytest_asyncio.fixture(scope="session")
async def client():
    return 1


@pytest.mark.asyncio
async def test_load(client):
    assert client == 1
