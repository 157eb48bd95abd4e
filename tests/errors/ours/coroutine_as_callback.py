# shows: coroutine-as-callback
# in: plain-3_9 plain-3_13
import asyncio


async def load():
    return 1


async def main():
    asyncio.get_running_loop().call_soon(load)


asyncio.run(main(), debug=True)
