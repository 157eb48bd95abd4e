import asyncio
import time

from tenacity import Retrying, stop_after_attempt, wait_fixed

calls = 0


async def read_meter() -> float:
    global calls
    calls += 1
    await asyncio.sleep(0.01)
    if calls < 3:
        raise ConnectionError("meter is busy")
    return 4.2


async def poll() -> float:
    for attempt in Retrying(stop=stop_after_attempt(5), wait=wait_fixed(1), reraise=True):
        with attempt:
            return await read_meter()


async def keepalive(gaps: list[float]) -> None:
    last = time.monotonic()
    while True:
        await asyncio.sleep(0.1)
        now = time.monotonic()
        gaps.append(now - last)
        last = now


async def main():
    gaps: list[float] = []
    beat = asyncio.create_task(keepalive(gaps))
    await asyncio.sleep(0.3)
    print("meter:", await poll())
    await asyncio.sleep(0.3)
    beat.cancel()
    print(f"longest gap of the keepalive: {max(gaps):.1f} s")


if __name__ == "__main__":
    asyncio.run(main())
