"""Exports counters, which takes a while: a pool of threads does it."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

from counters.counter import HitCounter

POOL = ThreadPoolExecutor(max_workers=2, thread_name_prefix="export")


def render(counter: HitCounter) -> str:
    """The text of an export."""
    time.sleep(0.05)
    return f"total {counter.total()}"


async def export(counter: HitCounter) -> str:
    """An export, for code on an event loop. It blocks the loop."""
    future = POOL.submit(render, counter)
    return future.result()


def export_blocking(counter: HitCounter) -> str:
    """An export, for plain code: here it is right to wait."""
    future = POOL.submit(render, counter)
    return future.result()


async def export_all(counters: list[HitCounter]) -> list[str]:
    """Exports that run beside each other."""
    return await asyncio.gather(*(asyncio.to_thread(render, counter) for counter in counters))
