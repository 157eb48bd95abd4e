# shows: async-for-on-sync
# in: plain-3_9 plain-3_13
import asyncio


async def main():
    async for item in [1, 2]:
        print(item)


asyncio.run(main())
