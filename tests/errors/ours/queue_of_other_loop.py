# shows: attached-to-different-loop
# in: plain-3_9
import asyncio

queue = asyncio.Queue()


async def main():
    await asyncio.wait_for(queue.get(), 0.1)


asyncio.run(main())
