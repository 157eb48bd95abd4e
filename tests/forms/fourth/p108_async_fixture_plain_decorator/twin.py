import asyncio

import pytest
import pytest_asyncio


class Client:
    def __init__(self):
        self.closed = False

    async def get(self, path):
        await asyncio.sleep(0)
        return {"path": path}

    async def aclose(self):
        self.closed = True


@pytest_asyncio.fixture
async def client():
    c = Client()
    yield c
    await c.aclose()


@pytest.mark.asyncio
async def test_round_trip(client):
    reply = await client.get("/items")
    assert reply == {"path": "/items"}
