"""Follows the lines of a job log."""
from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator


class Log:
    def __init__(self, lines: list[str], pause: float = 0.0) -> None:
        self._lines = list(lines)
        self._pause = pause

    async def next_line(self) -> str | None:
        await asyncio.sleep(self._pause)
        return self._lines.pop(0) if self._lines else None


async def follow(log: Log, patience: float) -> AsyncIterator[str]:
    async with asyncio.timeout(patience):
        while (line := await log.next_line()) is not None:
            yield line.rstrip()  # BUG


async def tail(log: Log, patience: float) -> AsyncIterator[str]:
    while True:
        async with asyncio.timeout(patience):
            line = await log.next_line()
        if line is None:
            return
        yield line.rstrip()


async def upload_follow(log: Log, slow: float) -> int:
    count = 0
    async for _ in follow(log, 0.05):
        await asyncio.sleep(slow)
        count += 1
    return count


async def upload_tail(log: Log, slow: float) -> int:
    count = 0
    async for _ in tail(log, 0.05):
        await asyncio.sleep(slow)
        count += 1
    return count
