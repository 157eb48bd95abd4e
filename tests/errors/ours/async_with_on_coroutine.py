# shows: coroutine-used-as-value
# in: plain-3_12 plain-3_13
import asyncio


async def connect():
    return asyncio.Lock()


async def main():
    async with connect():
        pass


asyncio.run(main())
