# shows: coroutine-expected
# in: plain-3_9 plain-3_13
import asyncio


def load():
    return 1


async def main():
    await asyncio.gather(load())


asyncio.run(main())
