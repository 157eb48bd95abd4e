"""Search over several shards; hits are streamed as they come in."""
from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Hit:
    document: str
    score: float


class Shard:
    def __init__(self, documents: dict[str, str]) -> None:
        self._documents = documents

    async def hits(self, term: str) -> AsyncIterator[Hit]:
        for document, text in self._documents.items():
            await asyncio.sleep(0)
            if count := text.count(term):
                yield Hit(document, count / len(text))


class Searcher:
    def __init__(self, shards: list[Shard]) -> None:
        self.shards = shards

    async def best(self, term: str) -> Hit | None:
        found: list[Hit] = []
        for shard in self.shards:
            found.extend(await shard.hits(term))  # BUG
        return max(found, key=lambda hit: hit.score, default=None)

    async def worst(self, term: str) -> Hit | None:
        found: list[Hit] = []
        for shard in self.shards:
            found.extend([hit async for hit in shard.hits(term)])
        return min(found, key=lambda hit: hit.score, default=None)
