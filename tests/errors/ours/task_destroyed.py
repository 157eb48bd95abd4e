# shows: task-destroyed
# in: plain-3_9 plain-3_13
import asyncio
import gc


async def wait():
    await asyncio.get_running_loop().create_future()


loop = asyncio.new_event_loop()
task = loop.create_task(wait())
loop.run_until_complete(asyncio.sleep(0))
del task
gc.collect()
