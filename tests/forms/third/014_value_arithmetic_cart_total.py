"""Totals of a shopping cart, with shipping."""
import asyncio


class Shipping:
    base = 490

    async def quote(self, weight):
        await asyncio.sleep(0.001)
        return self.base + 10 * weight

    def flat(self):
        return self.base


class Cart:
    def __init__(self, shipping):
        self.shipping = shipping
        self.items = []

    def add(self, cents, weight):
        self.items.append((cents, weight))
        return self

    def goods(self):
        return sum(cents for cents, _ in self.items)

    async def total(self):
        total = self.goods()
        for _, weight in self.items:
            total += self.shipping.quote(weight)  # BUG
        return total

    async def total_express(self):
        total = self.goods() + self.shipping.flat()
        for _, weight in self.items:
            total += 2 * await self.shipping.quote(weight)
        return total
