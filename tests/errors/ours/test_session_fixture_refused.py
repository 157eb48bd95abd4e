# shows: async-fixture-not-handled
# in: asyncio-1_3 asyncio-1_5
import pytest


@pytest.fixture(scope="session", autouse=True)
async def prepared():
    return 1


def test_plain():
    assert True
