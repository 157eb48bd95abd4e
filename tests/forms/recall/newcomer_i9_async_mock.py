from unittest.mock import AsyncMock
import pytest


class Service:
    def __init__(self, client) -> None:
        self.client = client

    async def name_of(self, user: int) -> str:
        response = await self.client.get(f"/users/{user}")
        return response.json()["name"]


@pytest.mark.asyncio
async def test_a():
    client = AsyncMock()  # ALSO
    client.get.return_value.json.return_value = {"name": "Ann"}  # BUG
    assert await Service(client).name_of(1) == "Ann"  # ALSO


@pytest.mark.asyncio
async def test_b():
    response = AsyncMock()  # BUG
    response.json.return_value = {"name": "Ann"}  # ALSO
    client = AsyncMock()
    client.get.return_value = response
    assert await Service(client).name_of(1) == "Ann"  # ALSO


@pytest.mark.asyncio
async def test_c():
    client = AsyncMock(get=AsyncMock(return_value=AsyncMock(json=AsyncMock(return_value={"name": "Ann"}))))  # BUG
    assert await Service(client).name_of(1) == "Ann"  # ALSO


async def name_of(client) -> str:
    response = await client.get("/users")
    return response.json()["name"]


@pytest.mark.asyncio
async def test_d():
    client = AsyncMock()  # ALSO
    client.get.return_value.json.return_value = {"name": "Ann"}  # BUG
    assert await name_of(client) == "Ann"  # ALSO


async def plain_json(response):
    return response.json()["name"]


@pytest.mark.asyncio
async def test_e():
    response = AsyncMock()  # BUG
    response.json.return_value = {"name": "Ann"}  # ALSO
    assert await plain_json(response) == "Ann"  # ALSO
