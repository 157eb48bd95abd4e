# shows: anyio-run-in-loop
# in: libraries-old libraries-new
import asyncio

import anyio


async def load():
    return 1


async def main():
    anyio.run(load)


asyncio.run(main())
