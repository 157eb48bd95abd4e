# shows: closed-while-running
# in: plain-3_9 plain-3_13
import asyncio


async def main():
    asyncio.get_running_loop().close()


asyncio.run(main())
