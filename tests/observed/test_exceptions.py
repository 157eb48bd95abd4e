import asyncio
import gc

from library import Keeper

KEPT = []


async def fail():
    raise ValueError("nobody looks")


async def test_task_fails():
    asyncio.create_task(fail())
    await asyncio.sleep(0.01)


async def test_task_fails_and_is_kept():
    KEPT.append(asyncio.create_task(fail()))
    await asyncio.sleep(0.01)


async def test_task_fails_in_cycle():
    Keeper(asyncio.create_task(fail()))
    await asyncio.sleep(0.01)


async def test_future_fails():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError("of a future"))


async def test_callback_fails():
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(0.01)


async def test_exception_is_looked_at():
    task = asyncio.create_task(fail())
    await asyncio.wait([task])
    assert isinstance(task.exception(), ValueError)


async def test_handler_has_it():
    seen = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: seen.append(context))
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0.01)
    assert len(seen) == 1


async def test_gathered():
    results = await asyncio.gather(fail(), fail(), return_exceptions=True)
    assert len(results) == 2


def test_innocent():
    gc.collect()
