# shows: async-generator-used-as-value
# in: plain-3_9 plain-3_13
import asyncio


async def items():
    yield 1


async def main():
    for item in items():
        print(item)


asyncio.run(main())
