import asyncio

from aiohttp import ClientSession, web


async def pages(request):
    response = web.StreamResponse()
    await response.prepare(request)
    for _ in range(3):
        await response.write(b"x" * 200_000)
        await asyncio.sleep(0.01)
    return response


async def fetch(session, url):
    async with session.get(url) as response:
        return await response.read()


async def main():
    app = web.Application()
    app.router.add_get("/", pages)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 18479).start()
    async with ClientSession() as session:
        body = await fetch(session, "http://127.0.0.1:18479/")
        print(len(body))
    await runner.cleanup()


asyncio.run(main())
