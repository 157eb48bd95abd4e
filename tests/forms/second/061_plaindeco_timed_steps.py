"""Step timings of the nightly import."""
from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

timings: dict[str, float] = {}


def timed(func: Callable[P, R]) -> Callable[P, R]:
    @wraps(func)
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        started = time.perf_counter()
        result = func(*args, **kwargs)  # ALSO
        timings[func.__name__] = time.perf_counter() - started
        return result

    return inner


def timed_async(func: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
    @wraps(func)
    async def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        started = time.perf_counter()
        result = await func(*args, **kwargs)
        timings[func.__name__] = time.perf_counter() - started
        return result

    return inner


class Import:
    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self.rows = rows

    @timed  # BUG
    async def download(self) -> int:
        await asyncio.sleep(0.05)
        return len(self.rows)

    @timed_async
    async def store(self) -> int:
        await asyncio.sleep(0.05)
        return len(self.rows)
