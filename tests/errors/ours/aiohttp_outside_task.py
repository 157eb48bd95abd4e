# shows: aiohttp-timeout-outside-task
# in: libraries-old libraries-new
import asyncio

import aiohttp

loop = asyncio.new_event_loop()


async def make():
    return aiohttp.ClientSession()


session = loop.run_until_complete(make())


async def main():
    await session.get("http://127.0.0.1:9/")


asyncio.run(main())
