# shows: timeout-outside-task
# in: plain-3_12 plain-3_13
import asyncio


async def wait():
    async with asyncio.timeout(1):
        pass


async def main():
    asyncio.get_running_loop().call_soon(wait().send, None)
    await asyncio.sleep(0.01)


asyncio.run(main())
