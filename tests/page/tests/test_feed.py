import pytest
import pytest_asyncio

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def feed():
    yield "feed"


async def test_first_page(feed): ...


async def test_next_page(feed): ...


async def test_empty_feed(): ...


async def test_feed_is_stored(feed, database): ...
