# shows: not-awaitable
# in: plain-3_9 plain-3_13
import asyncio


async def main():
    await asyncio.Event().set()


asyncio.run(main())
