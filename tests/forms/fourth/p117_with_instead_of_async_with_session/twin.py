import asyncio

import aiohttp
from aiohttp import web


async def token(request):
    return web.json_response({"token": "abc"})


async def get_token(url):
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as resp:
            return (await resp.json())["token"]


async def main():
    app = web.Application()
    app.router.add_get("/token", token)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 18477).start()
    try:
        print(await get_token("http://127.0.0.1:18477/token"))
    finally:
        await runner.cleanup()


asyncio.run(main())
