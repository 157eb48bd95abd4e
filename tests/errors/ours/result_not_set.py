# shows: result-not-set
# in: plain-3_9 plain-3_13
import asyncio


async def main():
    task = asyncio.create_task(asyncio.sleep(1))
    print(task.result())


asyncio.run(main())
