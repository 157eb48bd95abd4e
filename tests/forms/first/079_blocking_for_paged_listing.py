"""Product listing of a slow partner shop."""
from __future__ import annotations

import asyncio
import json
import urllib.request
from collections.abc import Iterator


class PartnerProducts:
    """Iterates over all products, one page per request."""

    def __init__(self, base_url: str, pages: int) -> None:
        self.base_url = base_url
        self.pages = pages

    def _page(self, number: int) -> list[str]:
        with urllib.request.urlopen(f"{self.base_url}/products?page={number}") as response:
            return json.load(response)

    def __iter__(self) -> Iterator[str]:
        for number in range(self.pages):
            yield from self._page(number)


async def import_products(base_url: str, pages: int) -> list[str]:
    names = []
    for name in PartnerProducts(base_url, pages):  # BUG
        names.append(name.lower())
        await asyncio.sleep(0)
    return names


async def import_products_threaded(base_url: str, pages: int) -> list[str]:
    names = []
    for name in await asyncio.to_thread(list, PartnerProducts(base_url, pages)):
        names.append(name.lower())
        await asyncio.sleep(0)
    return names
