"""Timing of slow operations."""
from __future__ import annotations

import asyncio
import functools
import time
from collections import defaultdict

TIMINGS: defaultdict[str, list[float]] = defaultdict(list)


def timed(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        started = time.perf_counter()
        try:
            return func(*args, **kwargs)
        finally:
            TIMINGS[func.__name__].append(time.perf_counter() - started)

    return wrapper


def timed_async(func):
    @functools.wraps(func)
    async def wrapper(*args, **kwargs):
        started = time.perf_counter()
        try:
            return await func(*args, **kwargs)
        finally:
            TIMINGS[func.__name__].append(time.perf_counter() - started)

    return wrapper


@timed
def parse_rows(text: str) -> list[list[str]]:
    return [line.split(";") for line in text.splitlines()]


@timed  # BUG
async def import_catalog(text: str) -> int:  # ALSO
    await asyncio.sleep(0.05)
    return len(parse_rows(text))


@timed_async
async def import_prices(text: str) -> int:
    await asyncio.sleep(0.05)
    return len(parse_rows(text))
