"""Merge the output of several build workers."""
from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable


class Worker:
    def __init__(self, name: str, lines: list[str], pause: float = 0.001) -> None:
        self.name = name
        self.lines = lines
        self.pause = pause

    async def pump(self, queue: asyncio.Queue[str]) -> None:
        for line in self.lines:
            await asyncio.sleep(self.pause)
            await queue.put(f"{self.name}: {line}")


class LogMerger:
    def __init__(self, workers: list[Worker]) -> None:
        self.workers = workers

    def _expected(self) -> int:
        return sum(len(worker.lines) for worker in self.workers)

    async def follow(self) -> AsyncIterator[str]:
        queue: asyncio.Queue[str] = asyncio.Queue()
        async with asyncio.TaskGroup() as group:  # ALSO
            for worker in self.workers:
                group.create_task(worker.pump(queue))
            for _ in range(self._expected()):
                yield await queue.get()  # BUG

    async def forward(self, sink: Callable[[str], Awaitable[None]]) -> None:
        queue: asyncio.Queue[str] = asyncio.Queue()
        async with asyncio.TaskGroup() as group:
            for worker in self.workers:
                group.create_task(worker.pump(queue))
            for _ in range(self._expected()):
                await sink(await queue.get())
