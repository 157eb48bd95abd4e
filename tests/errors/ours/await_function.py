# shows: not-awaitable
# in: plain-3_9 plain-3_13
import asyncio


async def load():
    return 1


async def main():
    await load


asyncio.run(main())
