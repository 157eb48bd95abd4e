# shows: async-fixture-not-handled
# in: pytest-9 asyncio-1_5
import pytest


@pytest.fixture
async def client():
    return 1


def test_load(client):
    assert client == 1
