"""Retry helpers of the HTTP client."""
import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


async def retry(coro: Coroutine[Any, Any, T], attempts: int = 3, delay: float = 0.001) -> T:  # ALSO
    for attempt in range(1, attempts + 1):
        try:
            return await coro  # BUG
        except ConnectionError:
            if attempt == attempts:
                raise
            await asyncio.sleep(delay * attempt)
    raise ValueError("attempts must be positive")


async def retry_call(
    call: Callable[[], Awaitable[T]], attempts: int = 3, delay: float = 0.001
) -> T:
    for attempt in range(1, attempts + 1):
        try:
            return await call()
        except ConnectionError:
            if attempt == attempts:
                raise
            await asyncio.sleep(delay * attempt)
    raise ValueError("attempts must be positive")
