# shows: no-running-loop
# in: plain-3_9 plain-3_13
import asyncio


async def load():
    return 1


asyncio.create_task(load())
