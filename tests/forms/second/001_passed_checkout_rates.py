"""Totals for a cart in the shopper's own currency."""
import asyncio
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class LineItem:
    sku: str
    quantity: int
    price: Decimal


class RateBook:
    def __init__(self, table: dict[tuple[str, str], Decimal]) -> None:
        self._table = table

    async def rate(self, base: str, quote: str) -> Decimal:
        await asyncio.sleep(0)
        return self._table[base, quote]


def convert(amount: Decimal, rate: Decimal) -> Decimal:
    return (amount * rate).quantize(Decimal("0.01"))


class Checkout:
    base = "EUR"

    def __init__(self, rates: RateBook) -> None:
        self.rates = rates

    def subtotal(self, cart: list[LineItem]) -> Decimal:
        return sum((item.price * item.quantity for item in cart), Decimal(0))

    async def total(self, cart: list[LineItem], currency: str) -> Decimal:
        subtotal = self.subtotal(cart)
        return convert(subtotal, self.rates.rate(self.base, currency))  # BUG

    async def shipping(self, cart: list[LineItem], currency: str) -> Decimal:
        weight_fee = Decimal("1.20") * len(cart)
        return convert(weight_fee, await self.rates.rate(self.base, currency))
