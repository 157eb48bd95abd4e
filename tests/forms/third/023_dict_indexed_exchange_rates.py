"""Currency conversion in a payment service."""
from __future__ import annotations

import asyncio
from decimal import Decimal


class Rates:
    def __init__(self, table: dict[str, str]) -> None:
        self._table = table

    async def rate(self, code: str) -> Decimal:
        await asyncio.sleep(0.001)
        return Decimal(self._table[code])

    async def buy(self, codes: list[str], code: str, amount: int) -> Decimal:
        quotes = {c: self.rate(c) for c in codes}  # ALSO
        return amount * quotes[code]  # BUG

    async def sell(self, codes: list[str], code: str, amount: int) -> Decimal:
        quotes = {c: await self.rate(c) for c in codes}
        return amount / quotes[code]

    async def swap(self, first: str, second: str) -> Decimal:
        quotes = {"first": self.rate(first), "second": self.rate(second)}
        return await quotes["first"] / await quotes["second"]
