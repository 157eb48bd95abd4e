"""Baskets."""

import asyncio
from collections import Counter

from storefront.prices import gross


class Basket:
    """What a customer wants to buy."""

    def __init__(self, country: str = "de") -> None:
        self.country = country
        self.articles: Counter[str] = Counter()

    def add(self, article: str, count: int = 1) -> None:
        """Puts an article into the basket."""
        self.articles[article] += count

    async def total(self) -> int:
        """What all of it costs."""
        prices = await asyncio.gather(*(gross(article, self.country) for article in self.articles))
        return sum(price * count for price, count in zip(prices, self.articles.values()))
