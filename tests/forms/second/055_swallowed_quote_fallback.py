"""Indicative prices with a stale fallback when the venue misbehaves."""
import asyncio
import contextlib
from decimal import Decimal
from typing import Protocol


class Venue(Protocol):
    async def bid(self, symbol: str) -> Decimal: ...
    async def ask(self, symbol: str) -> Decimal: ...


class IndicativePrices:
    def __init__(self, venue: Venue, stale: dict[str, Decimal]) -> None:
        self._venue = venue
        self._stale = stale
        self.in_flight = 0

    @contextlib.contextmanager
    def _counted(self):
        self.in_flight += 1
        try:
            yield
        finally:
            self.in_flight -= 1

    async def bid(self, symbol: str) -> Decimal:
        with self._counted():
            try:
                return await self._venue.bid(symbol)
            except (OSError, asyncio.CancelledError):  # BUG
                return self._stale[symbol]

    async def ask(self, symbol: str) -> Decimal:
        with self._counted():
            try:
                return await self._venue.ask(symbol)
            except OSError:
                return self._stale[symbol]
