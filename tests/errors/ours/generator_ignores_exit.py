# shows: async-generator-ignored-exit
# in: plain-3_9 plain-3_13
import asyncio


async def items():
    try:
        yield 1
    finally:
        yield 2


async def main():
    generator = items()
    await generator.__anext__()
    await generator.aclose()


asyncio.run(main())
