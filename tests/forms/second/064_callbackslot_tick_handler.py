import asyncio
from collections.abc import Callable
from typing import NamedTuple, Optional


class Tick(NamedTuple):
    symbol: str
    price: float


class Ticker:
    """Dispatches ticks to one handler per symbol."""

    def __init__(self) -> None:
        self._handlers: dict[str, Callable[[Tick], None]] = {}

    def set_handler(self, symbol: str, handler: Optional[Callable[[Tick], None]]) -> None:
        if handler is None:
            self._handlers.pop(symbol, None)
        else:
            self._handlers[symbol] = handler

    def feed(self, tick: Tick) -> None:
        handler = self._handlers.get(tick.symbol)
        if handler is not None:
            handler(tick)


class StopLoss:
    def __init__(self, ticker: Ticker, level: float) -> None:
        self.ticker = ticker
        self.level = level
        self.sold: list[float] = []
        self.breached = asyncio.Event()

    async def _sell(self, tick: Tick) -> None:
        if tick.price <= self.level:
            await asyncio.sleep(0)
            self.sold.append(tick.price)

    def _mark(self, tick: Tick) -> None:
        if tick.price <= self.level:
            self.breached.set()

    def arm(self, symbol: str) -> None:
        self.ticker.set_handler(symbol, self._sell)  # BUG

    def watch(self, symbol: str) -> None:
        self.ticker.set_handler(symbol, self._mark)
