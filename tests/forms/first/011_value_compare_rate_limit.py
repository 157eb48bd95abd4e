"""Request limiter keyed by client address."""
from __future__ import annotations

import asyncio
from collections import Counter


class HitCounter:
    def __init__(self) -> None:
        self._hits: Counter[str] = Counter()

    async def increment(self, client: str) -> int:
        self._hits[client] += 1
        hits = self._hits[client]
        await asyncio.sleep(0)
        return hits

    async def current(self, client: str) -> int:
        await asyncio.sleep(0)
        return self._hits[client]


LIMIT = 3


async def allow_request(counter: HitCounter, client: str) -> bool:
    await counter.increment(client)
    return counter.current(client) <= LIMIT  # BUG


async def allow_login(counter: HitCounter, client: str) -> bool:
    await counter.increment(client)
    return await counter.current(client) <= LIMIT
