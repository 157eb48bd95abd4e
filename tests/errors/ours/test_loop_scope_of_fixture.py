# shows: loop-scope-not-known
# in: asyncio-0_21 asyncio-0_23
import pytest_asyncio


@pytest_asyncio.fixture(loop_scope="session")
async def client():
    return 1


def test_load():
    pass
