# shows: coroutine-used-as-value
# in: plain-3_9 plain-3_13
import asyncio
import json


async def load():
    return [1, 2]


async def main():
    json.dumps(load())


asyncio.run(main())
