# in: plain-3_12
import asyncio


async def main():
    {}["name"]


asyncio.run(main())
