# shows: await-on-async-generator
# in: plain-3_9 plain-3_13
import asyncio


async def items():
    yield 1


async def main():
    await items()


asyncio.run(main())
