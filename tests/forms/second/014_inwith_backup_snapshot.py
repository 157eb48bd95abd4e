"""Snapshots are opened over the network, then used as plain context managers."""
from __future__ import annotations

import asyncio
from types import TracebackType


class Snapshot:
    def __init__(self, volume: str, blocks: list[bytes]) -> None:
        self.volume = volume
        self.blocks = blocks
        self.pinned = False

    def __enter__(self) -> Snapshot:
        self.pinned = True
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self.pinned = False


class BackupService:
    def __init__(self, volumes: dict[str, list[bytes]]) -> None:
        self._volumes = volumes

    async def open_snapshot(self, volume: str) -> Snapshot:
        await asyncio.sleep(0)
        return Snapshot(volume, list(self._volumes[volume]))

    async def size_of(self, volume: str) -> int:
        with self.open_snapshot(volume) as snapshot:  # BUG
            return sum(len(block) for block in snapshot.blocks)

    async def block_count(self, volume: str) -> int:
        with await self.open_snapshot(volume) as snapshot:
            return len(snapshot.blocks)
