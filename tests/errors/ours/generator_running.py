# shows: async-generator-running
# in: plain-3_9 plain-3_13
import asyncio


async def items():
    await asyncio.sleep(0.01)
    yield 1


async def main():
    generator = items()
    await asyncio.gather(generator.__anext__(), generator.__anext__())


asyncio.run(main())
