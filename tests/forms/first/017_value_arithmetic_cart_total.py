"""Totals of a shopping cart."""
from __future__ import annotations

import asyncio
from decimal import Decimal


class ShippingRates:
    async def quote(self, country: str) -> Decimal:
        await asyncio.sleep(0)
        return {"DE": Decimal("4.90"), "FR": Decimal("7.50")}[country]


class Cart:
    def __init__(self, rates: ShippingRates) -> None:
        self.rates = rates
        self.lines: list[tuple[str, int, Decimal]] = []

    def add(self, sku: str, quantity: int, price: Decimal) -> None:
        self.lines.append((sku, quantity, price))

    def goods(self) -> Decimal:
        return sum((q * p for _, q, p in self.lines), Decimal(0))

    async def total(self, country: str) -> Decimal:
        return self.goods() + self.rates.quote(country)  # BUG

    async def total_with_insurance(self, country: str) -> Decimal:
        return self.goods() + await self.rates.quote(country) + Decimal("2.00")
