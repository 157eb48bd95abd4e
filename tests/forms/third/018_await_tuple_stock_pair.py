"""Compares the stock of two warehouses."""
import asyncio


class Warehouse:
    def __init__(self, name, stock):
        self.name = name
        self.stock = stock

    async def count(self, sku):
        await asyncio.sleep(0.001)
        return self.stock.get(sku, 0)


async def spread(north, south, sku):
    counts = await north.count(sku), south.count(sku)  # BUG
    return max(counts) - min(counts)  # ALSO


async def combined(north, south, sku):
    counts = await north.count(sku), await south.count(sku)
    return sum(counts)


async def parallel(north, south, sku):
    left, right = await asyncio.gather(north.count(sku), south.count(sku))
    return left, right


async def transfer(north, south, sku, amount):
    available = await combined(north, south, sku)
    if amount > available:
        raise ValueError(f"only {available} of {sku}")
    return available - amount
