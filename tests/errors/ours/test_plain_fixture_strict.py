# shows: coroutine-used-as-value
# in: asyncio-0_21 asyncio-0_26
import pytest


@pytest.fixture
async def client():
    return {"name": "x"}


@pytest.mark.asyncio
async def test_load(client):
    assert client["name"] == "x"
