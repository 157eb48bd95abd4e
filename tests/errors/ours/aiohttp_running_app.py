# shows: another-loop-running
# in: libraries-old libraries-new
import asyncio

from aiohttp import web


async def main():
    web.run_app(web.Application(), port=0)


asyncio.run(main())
