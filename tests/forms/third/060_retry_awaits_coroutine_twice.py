"""Retries for calls to a flaky upstream."""
from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class Upstream:
    def __init__(self, failures: int) -> None:
        self.failures = failures

    async def get(self, path: str) -> str:
        await asyncio.sleep(0)
        if self.failures:
            self.failures -= 1
            raise ConnectionError(path)
        return f"200 {path}"


async def with_retries(call: Coroutine[Any, Any, T], attempts: int) -> T:
    for _ in range(attempts - 1):
        try:
            return await call  # BUG
        except ConnectionError:
            await asyncio.sleep(0.001)
    return await call  # ALSO


async def with_fresh_retries(call: Callable[[], Awaitable[T]], attempts: int) -> T:
    for _ in range(attempts - 1):
        try:
            return await call()
        except ConnectionError:
            await asyncio.sleep(0.001)
    return await call()


async def fetch_page(upstream: Upstream, path: str) -> str:
    return await with_retries(upstream.get(path), 3)  # ALSO


async def fetch_feed(upstream: Upstream, path: str) -> str:
    return await with_fresh_retries(lambda: upstream.get(path), 3)
