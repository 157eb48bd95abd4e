# shows: sync-with-on-async
# in: plain-3_9 plain-3_13
import asyncio


async def main():
    with asyncio.Lock():
        pass


asyncio.run(main())
