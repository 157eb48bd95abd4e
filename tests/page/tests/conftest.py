import pytest_asyncio


@pytest_asyncio.fixture(scope="session")
async def database():
    yield "connection"


@pytest_asyncio.fixture
async def account(database):
    yield "account"


@pytest_asyncio.fixture(loop_scope="session")
async def clock():
    yield "clock"
