"""Top of book helper for the market data gateway."""
import asyncio
from typing import NamedTuple, TypedDict


class Quote(TypedDict):
    bid: float
    ask: float


class Spread(NamedTuple):
    symbol: str
    width: float


class QuoteFeed:
    def __init__(self, book: dict[str, Quote]) -> None:
        self._book = book

    async def snapshot(self, symbol: str) -> Quote:
        await asyncio.sleep(0)
        return self._book[symbol]

    async def best_bid(self, symbol: str) -> float:
        return self.snapshot(symbol)["bid"]  # BUG

    async def best_ask(self, symbol: str) -> float:
        return (await self.snapshot(symbol))["ask"]

    async def spread(self, symbol: str) -> Spread:
        quote = await self.snapshot(symbol)
        return Spread(symbol, quote["ask"] - quote["bid"])
