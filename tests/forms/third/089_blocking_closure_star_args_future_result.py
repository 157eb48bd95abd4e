"""Thread pool facade for a scientific plugin."""
import asyncio
import math
import threading

_slow = threading.Event()


def simulate(steps, size):
    _slow.wait(0.08)
    return math.prod((steps, size))


def make_runner(pool):
    def run(func, *args, **kwargs):
        def finish(*pending):
            return [future.result() for future in pending]  # ALSO
        return finish(pool.submit(func, *args, **kwargs))
    return run


def make_async_runner(pool):
    async def run(func, *args):
        loop = asyncio.get_running_loop()
        return [await loop.run_in_executor(pool, func, *args)]
    return run


async def on_simulate(pool, *sizes):
    run = make_async_runner(pool)
    return await run(simulate, *sizes)


async def on_preview(pool, *sizes):
    run = make_runner(pool)
    await asyncio.sleep(0)
    return run(simulate, *sizes)  # BUG


async def on_export(pool, *sizes):
    run = make_runner(pool)
    return await asyncio.to_thread(run, simulate, *sizes)
