import asyncio

from aiohttp import ClientSession, web


async def subscribe(request):
    resp = web.StreamResponse()
    await resp.prepare(request)
    for msg in ("first", "second"):
        resp.write(bytes(f"{msg}\r\n", "utf-8"))  # BUG
    await resp.write_eof()
    return resp


async def main():
    app = web.Application()
    app.router.add_get("/events", subscribe)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 18481).start()
    async with ClientSession() as session:
        async with session.get("http://127.0.0.1:18481/events") as response:
            print((await response.text()).split())
    await runner.cleanup()


asyncio.run(main())
