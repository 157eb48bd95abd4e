# shows: async-fixture-not-handled
# in: asyncio-1_3 asyncio-1_5
import pytest


@pytest.fixture
async def client():
    return {"name": "x"}


@pytest.mark.asyncio
async def test_load(client):
    assert client["name"] == "x"
