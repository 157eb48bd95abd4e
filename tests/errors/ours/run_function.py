# shows: coroutine-expected
# in: plain-3_9 plain-3_13
import asyncio


async def main():
    return 1


asyncio.run(main)
