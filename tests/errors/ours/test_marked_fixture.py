# shows: mark-on-fixture
# in: asyncio-0_26 asyncio-1_5 pytest-9
import pytest


@pytest.mark.asyncio
@pytest.fixture
def client():
    return 1


def test_load(client):
    assert client == 1
