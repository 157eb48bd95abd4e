# shows: attached-to-different-loop
# in: plain-3_9 plain-3_13
import asyncio

loop = asyncio.new_event_loop()
future = loop.create_future()


async def main():
    await future


asyncio.run(main())
