"""Health endpoint of a small service."""
from __future__ import annotations

import asyncio
import logging
import time

log = logging.getLogger("health")


class Health:
    def __init__(self) -> None:
        self.started = time.monotonic()
        self.lines: list[str] = []

    async def _queue_depth(self, name: str) -> int:
        await asyncio.sleep(0)
        return len(name)

    def _write(self, line: str) -> None:
        self.lines.append(line)
        log.info(line)

    async def liveness(self) -> str:
        mail, jobs = self._queue_depth("mail"), self._queue_depth("background")  # ALSO
        self._write(f"alive: mail={await mail} jobs={jobs!s:>4}")  # BUG
        return "ok"

    async def readiness(self) -> str:
        mail, jobs = self._queue_depth("mail"), self._queue_depth("background")
        self._write(f"ready: mail={await mail} jobs={await jobs!s:>4}")
        return "ok"
