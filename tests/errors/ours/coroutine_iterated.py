# shows: coroutine-used-as-value
# in: plain-3_9 plain-3_13
import asyncio


async def load():
    return [1, 2]


async def main():
    for item in load():
        print(item)


asyncio.run(main())
