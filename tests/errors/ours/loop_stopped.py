# shows: loop-stopped-early
# in: plain-3_9 plain-3_13
import asyncio


async def main():
    asyncio.get_running_loop().stop()
    await asyncio.sleep(1)


asyncio.run(main())
