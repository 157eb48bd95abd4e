# shows: task-awaits-itself
# in: plain-3_9 plain-3_13
import asyncio


async def main():
    await asyncio.current_task()


asyncio.run(main())
