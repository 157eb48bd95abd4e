"""Skill based pairing for the ranked queue."""
from __future__ import annotations

import asyncio
import bisect
from typing import Protocol


class RatingStore(Protocol):
    async def rating_of(self, player_id: str) -> int: ...


class MemoryRatings:
    def __init__(self, ratings: dict[str, int]) -> None:
        self._ratings = ratings

    async def rating_of(self, player_id: str) -> int:
        await asyncio.sleep(0)
        return self._ratings.get(player_id, 1000)


class Ladder:
    CUTOFFS = [800, 1200, 1600, 2000]
    NAMES = ["bronze", "silver", "gold", "platinum", "diamond"]

    def __init__(self, store: RatingStore) -> None:
        self.store = store

    async def division(self, player_id: str) -> str:
        slot = bisect.bisect_right(self.CUTOFFS, self.store.rating_of(player_id))  # BUG
        return self.NAMES[slot]

    async def points_to_promotion(self, player_id: str) -> int:
        rating = await self.store.rating_of(player_id)
        slot = bisect.bisect_right(self.CUTOFFS, rating)
        if slot == len(self.CUTOFFS):
            return 0
        return self.CUTOFFS[slot] - rating
