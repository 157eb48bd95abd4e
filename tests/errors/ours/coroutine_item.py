# shows: coroutine-used-as-value
# in: plain-3_9 plain-3_13
import asyncio


async def load():
    return {"name": "x"}


async def main():
    print(load()["name"])


asyncio.run(main())
