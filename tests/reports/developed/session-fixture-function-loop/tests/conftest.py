import pytest
from redis.asyncio import Redis

from basket import Basket


@pytest.fixture(scope="session")
async def redis():
    client = Redis(host="127.0.0.1", port=63799, db=3, decode_responses=True)
    await client.ping()
    yield client
    await client.aclose()


@pytest.fixture
async def basket(redis):
    basket = Basket(redis, "test")
    await basket.clear()
    return basket
