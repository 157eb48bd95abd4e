from unittest.mock import Mock

import pytest


async def use(client):
    return await client.fetch("k")


@pytest.mark.asyncio
async def test_use():
    client = Mock()
    client.fetch.return_value = 1
    assert await use(client) == 1
