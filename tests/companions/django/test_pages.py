"""Functions of pytest: pytest-asyncio runs them, pytest-django brings the clients."""

import asyncio
import gc

import pytest
from asgiref.sync import async_to_sync, sync_to_async
from library import Keeper, double, save, start_refresh

TASKS = []


@pytest.mark.parametrize("number", range(5))
async def test_page(async_client, number):
    response = await async_client.get(f"/page/{number}/")
    assert response.json() == {"number": 2 * number}


async def test_plain_page(async_client):
    assert (await async_client.get("/plain/")).content == b"plain"


async def test_forgets(async_client):
    assert (await async_client.get("/forgets/")).status_code == 200


async def test_forgets_deeper(async_client):
    assert (await async_client.get("/forgets-deeper/")).status_code == 200


def test_forgets_in_a_sync_test(client):
    assert client.get("/forgets/").status_code == 200


async def test_starts(async_client):
    assert (await async_client.get("/starts/")).status_code == 200


async def test_forgets_the_client(async_client):
    async_client.get("/plain/")


async def test_leaves_a_task():
    TASKS.append(start_refresh())
    await asyncio.sleep(0)


def test_sync_client(client):
    assert client.get("/page/3/").json() == {"number": 6}


@pytest.mark.parametrize("number", [1, 2, 3])
def test_to_sync(number):
    assert async_to_sync(double)(number) == 2 * number


@pytest.mark.parametrize("number", [1, 2, 3])
async def test_to_async(number):
    assert await sync_to_async(lambda: number)() == number


def test_forgets_below_to_sync():
    async def main():
        save("on the loop of async_to_sync")

    async_to_sync(main)()


async def test_keeps_in_a_cycle():
    Keeper(save("until the collector runs"))


def test_collects():
    gc.collect()
