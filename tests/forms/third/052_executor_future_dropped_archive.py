"""Archives finished jobs with a thread pool."""
from __future__ import annotations

import asyncio
from concurrent.futures import Executor, ThreadPoolExecutor


class Archive:
    def __init__(self) -> None:
        self.entries: list[str] = []

    def write(self, job: str) -> int:
        if not job:
            raise ValueError("job without a name")
        self.entries.append(job)
        return len(self.entries)


class Finisher:
    def __init__(self, archive: Archive, pool: Executor | None = None) -> None:
        self.archive = archive
        self.pool = pool or ThreadPoolExecutor(2)
        self.loop = asyncio.get_running_loop()

    async def finish(self, job: str) -> str:
        self.loop.run_in_executor(self.pool, self.archive.write, job)  # BUG
        return f"{job!r} archived"

    async def finish_checked(self, job: str) -> str:
        position = await self.loop.run_in_executor(self.pool, self.archive.write, job)
        return f"{job!r} archived as {position}"

    async def finish_many(self, jobs: list[str]) -> list[int]:
        writes = [self.loop.run_in_executor(self.pool, self.archive.write, job) for job in jobs]
        return await asyncio.gather(*writes)
