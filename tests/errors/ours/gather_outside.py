# shows: no-current-loop
# in: plain-3_12 plain-3_13
import asyncio


async def load():
    return 1


asyncio.gather(load())
