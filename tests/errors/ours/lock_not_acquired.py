# shows: lock-not-acquired
# in: plain-3_9 plain-3_13
import asyncio


async def main():
    asyncio.Lock().release()


asyncio.run(main())
