# shows: async-with-on-sync
# in: plain-3_9 plain-3_13
import asyncio
import threading


async def main():
    async with threading.Lock():
        pass


asyncio.run(main())
