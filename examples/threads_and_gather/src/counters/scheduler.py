"""Runs jobs, several at a time."""

import asyncio

from counters.counter import HitCounter
from counters.jobs import Job, Kind


class Scheduler:
    """Runs at most some jobs at the same time, and counts what they did."""

    def __init__(self, max_running: int = 4) -> None:
        self.done: list[int] = []
        self.counter = HitCounter()
        self._slots = asyncio.Semaphore(max_running)

    async def run(self, job: Job) -> int:
        """Runs a job, and returns how many pages it touched."""
        async with self._slots:
            await asyncio.sleep(0)
            if job.kind is Kind.RECOUNT:
                for page in job.pages:
                    self.counter.hit(page)
            self.done.append(job.job_id)
        return len(job.pages)
