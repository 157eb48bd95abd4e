import pytest

from heating import HeatingClient


@pytest.fixture
async def client():
    client = HeatingClient("heating.local")
    yield client
    await client.close()
