# shows: task-exception-not-retrieved
# in: plain-3_9 plain-3_13
import asyncio


async def fail():
    raise ValueError("no such record")


async def main():
    asyncio.create_task(fail())
    await asyncio.sleep(0.01)


asyncio.run(main())
