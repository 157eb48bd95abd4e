# shows: awaited-already
# in: plain-3_9 plain-3_13
import asyncio


async def load():
    await asyncio.sleep(0.01)


async def use(job):
    await job


async def main():
    job = load()
    await asyncio.gather(use(job), use(job))


asyncio.run(main())
