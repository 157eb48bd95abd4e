# shows: coroutines-given-to-wait
# in: plain-3_12 plain-3_13
import asyncio


async def main():
    await asyncio.wait([asyncio.sleep(0)])


asyncio.run(main())
