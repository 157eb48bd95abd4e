# shows: async-fixture-not-handled
# in: asyncio-1_3 asyncio-1_5
# args: --tb=native
import pytest


@pytest.fixture(scope="session")
async def client():
    return {"name": "x"}


@pytest.mark.asyncio
async def test_first(client):
    assert client["name"] == "x"


@pytest.mark.asyncio
async def test_second(client):
    assert client["name"] == "x"
