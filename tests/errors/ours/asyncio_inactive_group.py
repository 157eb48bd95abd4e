# shows: asyncio-task-group-not-active
# in: plain-3_12 plain-3_13
import asyncio


async def main():
    async with asyncio.TaskGroup() as group:
        pass
    group.create_task(asyncio.sleep(0))


asyncio.run(main())
