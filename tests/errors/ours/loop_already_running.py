# shows: loop-already-running
# in: plain-3_9 plain-3_13
import asyncio


async def load():
    return 1


async def main():
    asyncio.get_running_loop().run_until_complete(load())


asyncio.run(main())
