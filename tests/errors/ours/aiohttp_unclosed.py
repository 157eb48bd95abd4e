# shows: unclosed-client-session
# in: libraries-old libraries-new
import asyncio

import aiohttp


async def main():
    aiohttp.ClientSession()


asyncio.run(main())
