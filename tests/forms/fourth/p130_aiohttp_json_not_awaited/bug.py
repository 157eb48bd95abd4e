import asyncio

import aiohttp
from aiohttp import web


class Results:
    def __init__(self):
        self.data = None

    async def load(self, url):
        async with aiohttp.ClientSession() as session:
            async with session.get(url) as response:
                self.data = response.json()  # BUG
        return self

    def items(self):
        return self.data["response"]["domains"]


async def domains(request):
    return web.json_response({"response": {"domains": ["a.org", "b.org"]}})


async def main():
    app = web.Application()
    app.router.add_get("/", domains)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 18478).start()
    try:
        print((await Results().load("http://127.0.0.1:18478/")).items())
    finally:
        await runner.cleanup()


asyncio.run(main())
