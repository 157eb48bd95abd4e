# in: plain-3_12 plain-3_13
import asyncio


async def fail():
    raise ValueError("no such record")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail())


asyncio.run(main())
