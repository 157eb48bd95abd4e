# shows: loop-argument-removed
# in: plain-3_12 plain-3_13
import asyncio


async def main():
    await asyncio.sleep(0, loop=asyncio.get_running_loop())


asyncio.run(main())
