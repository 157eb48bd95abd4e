# shows: several-loops-requested
# in: asyncio-0_23 asyncio-0_26
import pytest
import pytest_asyncio


@pytest_asyncio.fixture(scope="class")
async def client():
    return 1


class TestIt:
    @pytest.mark.asyncio(scope="module")
    async def test_load(self, client, event_loop):
        assert client == 1
