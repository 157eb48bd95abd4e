"""Prices for baskets, looked up one item at a time."""
import asyncio

CATALOG = {"apple": 30, "bread": 250, "milk": 110}


async def unit_price(item):
    await asyncio.sleep(0.001)
    return CATALOG[item]


async def basket_price(items):
    """Price of all items in cents."""
    if not items:
        return 0
    return sum(unit_price(item) for item in items)  # BUG


async def bundle_price(items, discount=0):
    """Price of a bundle in cents, less the discount."""
    if not items:
        return 0
    prices = await asyncio.gather(*(unit_price(item) for item in items))
    return sum(prices) - discount
