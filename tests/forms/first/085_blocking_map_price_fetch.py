"""Competitor prices for a product page."""
import asyncio
import json
from urllib.request import urlopen


def competitor_price(url):
    with urlopen(url, timeout=5) as response:
        return json.load(response)


async def cheapest(urls):
    """Lowest competitor price, or None."""
    prices = list(map(competitor_price, urls))  # BUG
    return min(prices, default=None)


async def dearest(urls):
    """Highest competitor price, or None."""
    jobs = [asyncio.to_thread(competitor_price, url) for url in urls]
    prices = await asyncio.gather(*jobs)
    return max(prices, default=None)
