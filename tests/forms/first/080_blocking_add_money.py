"""Money in several currencies; sums use the rate of the day."""
import asyncio
import json
import urllib.request
from dataclasses import dataclass

RATES_URL = "http://127.0.0.1:8099"


def rate(source: str, target: str) -> float:
    with urllib.request.urlopen(f"{RATES_URL}/rate?from={source}&to={target}") as response:
        return json.load(response)


@dataclass(frozen=True)
class Money:
    amount: float
    currency: str

    def __add__(self, other: "Money") -> "Money":
        if other.currency == self.currency:
            return Money(self.amount + other.amount, self.currency)
        converted = other.amount * rate(other.currency, self.currency)
        return Money(self.amount + converted, self.currency)

    async def plus(self, other: "Money") -> "Money":
        factor = await asyncio.to_thread(rate, other.currency, self.currency)
        return Money(self.amount + other.amount * factor, self.currency)


async def order_total(goods: Money, shipping: Money) -> str:
    total = goods + shipping  # BUG
    return f"{total.amount:.2f} {total.currency}"


async def offer_total(goods: Money, shipping: Money) -> str:
    total = await goods.plus(shipping)
    return f"{total.amount:.2f} {total.currency}"
