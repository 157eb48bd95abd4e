# shows: asyncio-in-trio
# in: libraries-old libraries-new
import asyncio

import trio


async def main():
    future = asyncio.new_event_loop().create_future()
    await future


trio.run(main)
