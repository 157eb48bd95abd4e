"""pytest-aiohttp: servers and clients of aiohttp, on the loop of pytest-asyncio."""

import asyncio
import gc

import pytest
from aiohttp import web
from library import Keeper, Store, save, start_refresh

TASKS = []
STORE = web.AppKey("store", Store)


async def get(request):
    return web.json_response(request.app[STORE].records)


async def put(request):
    await request.app[STORE].put(await request.text())
    return web.Response(text="kept")


async def forget(request):
    await request.app[STORE].forget(await request.text())
    return web.Response(text="kept, so it says")


async def touch(request):
    save(request.path)
    return web.Response(text="touched")


async def background(request):
    TASKS.append(asyncio.get_running_loop().create_task(asyncio.sleep(60)))
    return web.Response(text="started")


async def broken(request):
    raise web.HTTPGone


def application():
    app = web.Application()
    app[STORE] = Store()
    app.router.add_get("/", get)
    app.router.add_post("/put", put)
    app.router.add_post("/forget", forget)
    app.router.add_get("/touch/{name}", touch)
    app.router.add_get("/background", background)
    app.router.add_get("/broken", broken)
    return app


@pytest.fixture
async def client(aiohttp_client):
    return await aiohttp_client(application())


@pytest.fixture
async def server(aiohttp_server):
    return await aiohttp_server(application())


@pytest.fixture
async def forgetful(aiohttp_client):
    client = await aiohttp_client(application())
    client.get("/").close()
    yield client
    save("torn down")


async def test_empty(client):
    response = await client.get("/")
    assert await response.json() == []


@pytest.mark.parametrize("record", ["a", "b", "c", "d", "e"])
async def test_puts(client, record):
    await client.post("/put", data=record)
    response = await client.get("/")
    assert await response.json() == [record]


async def test_forgets_in_the_code_that_is_tested(client):
    response = await client.post("/forget", data="a")
    assert response.status == 200


@pytest.mark.parametrize("name", ["a", "b", "c"])
async def test_forgets_in_a_handler(client, name):
    response = await client.get(f"/touch/{name}")
    assert response.status == 200


async def test_leaves_a_task_in_a_handler(client):
    response = await client.get("/background")
    assert response.status == 200


async def test_leaves_a_task(client):
    TASKS.append(start_refresh())
    assert (await client.get("/")).status == 200


@pytest.mark.parametrize("path", ["/nowhere", "/put", "/broken", "/forget"])
async def test_refuses(client, path):
    response = await client.get(path)
    assert response.status in (404, 405, 410)


async def test_with_forgetful(forgetful):
    assert (await forgetful.get("/")).status == 200


async def test_server(server, aiohttp_client):
    client = await aiohttp_client(server)
    assert (await client.get("/")).status == 200


@pytest.mark.parametrize("number", range(5))
async def test_many_requests(client, number):
    responses = await asyncio.gather(*(client.get("/") for _ in range(number)))
    assert [response.status for response in responses] == [200] * number


async def test_keeps_in_a_cycle(client):
    Keeper(save("until the collector runs"))


async def test_collects():
    gc.collect()


def test_plain():
    assert application()[STORE].records == []


@pytest.mark.parametrize("number", [1, 2])
async def test_waits(number):
    assert await asyncio.wait_for(save(number), 5) == number


@pytest.mark.xfail(strict=True)
async def test_fails_and_forgets(client):
    kept = save("in a frame that pytest keeps")
    assert (await client.get("/broken")).status == 200, kept
