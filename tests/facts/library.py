import asyncio


async def work(tasks):
    for _ in range(tasks):
        await asyncio.create_task(asyncio.sleep(0))
