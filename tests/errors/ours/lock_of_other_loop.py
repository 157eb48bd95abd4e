# shows: bound-to-different-loop
# in: plain-3_12 plain-3_13
import asyncio

lock = asyncio.Lock()


async def hold():
    async with lock:
        await asyncio.sleep(0.01)


async def main():
    await asyncio.gather(hold(), hold())


asyncio.run(main())
asyncio.run(main())
