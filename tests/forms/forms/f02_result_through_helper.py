# WANT LM506 (or LM501) at `run_in_thread(...)` in `score`: the helper blocks the loop on `.result()`.
import asyncio
from concurrent.futures import ThreadPoolExecutor


def run_in_thread(coroutine):
    with ThreadPoolExecutor(max_workers=1) as executor:
        return executor.submit(asyncio.run, coroutine).result()


async def fetch() -> int:
    return 1


async def score() -> int:
    return run_in_thread(fetch())  # BUG
