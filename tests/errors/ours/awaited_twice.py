# shows: awaited-twice
# in: plain-3_9 plain-3_13
import asyncio


async def load():
    return 1


async def main():
    job = load()
    await job
    await job


asyncio.run(main())
