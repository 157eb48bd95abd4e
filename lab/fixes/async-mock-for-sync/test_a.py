from unittest.mock import AsyncMock

import pytest


async def use(client):
    await client.connect()
    return client.row()["a"]


@pytest.mark.asyncio
async def test_use():
    client = AsyncMock()
    client.row.return_value = {"a": 1}
    assert await use(client) == 1
