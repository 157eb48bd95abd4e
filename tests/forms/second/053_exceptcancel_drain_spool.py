"""Spools measurements to a remote collector."""
from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

log = logging.getLogger(__name__)
Uploader = Callable[[bytes], Awaitable[None]]


class Spool:
    def __init__(self, upload: Uploader, limit: int = 100) -> None:
        self._upload = upload
        self._queue: asyncio.Queue[bytes] = asyncio.Queue(limit)

    def offer(self, packet: bytes) -> None:
        self._queue.put_nowait(packet)

    async def _forward_one(self) -> None:
        packet = await self._queue.get()
        try:
            await self._upload(packet)
        finally:
            self._queue.task_done()

    async def run(self) -> None:
        try:
            while True:
                await self._forward_one()
        except asyncio.CancelledError:
            await self._queue.join()  # BUG
            raise

    async def run_bounded(self, grace: float = 1.0) -> None:
        try:
            while True:
                await self._forward_one()
        except asyncio.CancelledError:
            try:
                async with asyncio.timeout(grace):
                    while not self._queue.empty():
                        await self._forward_one()
            except TimeoutError:
                log.warning("%d packets were not sent", self._queue.qsize())
            raise
