# in: plain-3_12
import asyncio


async def main():
    await asyncio.open_connection("127.0.0.1", 9)


asyncio.run(main())
