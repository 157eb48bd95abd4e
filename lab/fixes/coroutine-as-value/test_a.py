import asyncio

import pytest
import pytest_asyncio


class Client:
    async def rows(self):
        await asyncio.sleep(0)
        return []


@pytest_asyncio.fixture
async def client():
    return Client()


@pytest.mark.asyncio
async def test_rows(client):
    assert not client.rows()
