# in: plain-3_12
import asyncio


async def main():
    task = asyncio.create_task(asyncio.sleep(1))
    task.cancel()
    await task


asyncio.run(main())
