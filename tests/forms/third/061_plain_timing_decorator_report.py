"""Measures how long reports take."""
import asyncio
import functools
import time

DURATIONS = {}


def timed(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            return func(*args, **kwargs)
        finally:
            DURATIONS[func.__name__] = time.perf_counter() - start  # ALSO
    return wrapper


def timed_async(func):
    @functools.wraps(func)
    async def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            return await func(*args, **kwargs)
        finally:
            DURATIONS[func.__name__] = time.perf_counter() - start
    return wrapper


@timed  # BUG
async def sales_report(month):  # ALSO
    await asyncio.sleep(0.05)
    return f"sales {month}"


@timed_async
async def returns_report(month):
    await asyncio.sleep(0.05)
    return f"returns {month}"


@timed
def headline(month):
    return f"Report for {month}"
