"""Conversion of prices, with a fixed rate for the test shop."""
import asyncio
from typing import Final

FIXED: Final = {"USD": 1.10, "GBP": 0.85}


class RateFeed:
    async def latest(self, currency: str) -> float:
        await asyncio.sleep(0.001)
        return FIXED[currency] * 1.02

    async def daily(self, currency: str) -> float:
        await asyncio.sleep(0.001)
        return FIXED[currency] * 1.01


class Converter:
    def __init__(self, feed: RateFeed, live: bool) -> None:
        self.feed = feed
        self.live = live

    async def from_euro(self, amount: float, currency: str) -> float:
        if currency == "EUR":
            rate = 1.0
        elif self.live:
            rate = self.feed.latest(currency)  # BUG
        else:
            rate = await self.feed.daily(currency)
        return round(amount * rate, 2)  # ALSO

    async def to_euro(self, amount: float, currency: str) -> float:
        if currency == "EUR":
            rate = 1.0
        elif self.live:
            rate = await self.feed.latest(currency)
        else:
            rate = await self.feed.daily(currency)
        return round(amount / rate, 2)
