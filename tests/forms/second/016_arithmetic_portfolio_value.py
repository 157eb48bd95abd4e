"""Mark-to-market of a small portfolio."""
import asyncio
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Position:
    symbol: str
    shares: int
    cost: float


class PriceSource:
    def __init__(self, last: dict[str, float]) -> None:
        self._last = last

    async def last_price(self, symbol: str) -> float:
        await asyncio.sleep(0)
        return self._last[symbol]


@dataclass
class Portfolio:
    prices: PriceSource
    positions: list[Position]

    async def market_value(self) -> float:
        value = 0.0
        for position in self.positions:
            value += position.shares * self.prices.last_price(position.symbol)  # BUG
        return value

    async def unrealized(self) -> float:
        profit = 0.0
        for position in self.positions:
            price = await self.prices.last_price(position.symbol)
            profit += position.shares * (price - position.cost)
        return profit
