"""Progress of a parallel download."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass, field


@dataclass
class Chunk:
    url: str
    size: int


class Fetcher:
    async def fetch(self, chunk: Chunk) -> int:
        await asyncio.sleep(0.001)
        return chunk.size


@dataclass
class Progress:
    fetcher: Fetcher
    received: int = 0
    verified: int = 0
    failed: list[str] = field(default_factory=list)

    async def _receive(self, chunk: Chunk) -> None:
        self.received += await self.fetcher.fetch(chunk)  # BUG

    async def _verify(self, chunk: Chunk) -> None:
        size = await self.fetcher.fetch(chunk)
        self.verified += size

    async def receive_all(self, chunks: list[Chunk]) -> int:
        await asyncio.gather(*(self._receive(chunk) for chunk in chunks))
        return self.received

    async def verify_all(self, chunks: list[Chunk]) -> int:
        await asyncio.gather(*(self._verify(chunk) for chunk in chunks))
        return self.verified
