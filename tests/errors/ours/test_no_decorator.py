# shows: no-fixture-decorator
# in: asyncio-0_15 asyncio-0_16
import pytest
import pytest_asyncio


@pytest_asyncio.fixture
async def client():
    return {"name": "x"}


@pytest.mark.asyncio
async def test_load(client):
    assert client["name"] == "x"
