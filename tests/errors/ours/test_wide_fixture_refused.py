# shows: async-fixture-not-handled
# in: asyncio-1_3 asyncio-1_5
import pytest


@pytest.fixture(scope="module")
async def client():
    return {"name": "x"}


@pytest.mark.asyncio
async def test_first(client):
    assert client["name"] == "x"


@pytest.mark.asyncio
async def test_second(client):
    assert client["name"] == "x"


def test_plain(client):
    pass
