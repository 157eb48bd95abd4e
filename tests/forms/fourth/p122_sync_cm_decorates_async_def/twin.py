import asyncio
import time
from contextlib import asynccontextmanager

durations = {}


@asynccontextmanager
async def timed(name):
    start = time.monotonic()
    try:
        yield
    finally:
        durations[name] = time.monotonic() - start


@timed("download")
async def download(size):
    await asyncio.sleep(0.1)
    return b"x" * size


async def main():
    data = await download(3)
    print(len(data), "measured:", durations["download"] >= 0.1)


asyncio.run(main())
