# shows: plugin-without-async-fixtures
# in: asyncio-0_21-pytest-8 asyncio-0_23_5-pytest-8
import pytest
import pytest_asyncio


@pytest_asyncio.fixture
async def client():
    return {"name": "x"}


@pytest.mark.asyncio
async def test_load(client):
    assert client
