"""Product catalogue with a plain and an asynchronous interface."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass


@dataclass(frozen=True)
class Product:
    sku: str
    title: str
    cents: int


class Catalog:
    def __init__(self, products: list[Product]) -> None:
        self._products = {product.sku: product for product in products}

    async def find(self, sku: str) -> Product | None:
        await asyncio.sleep(0)
        return self._products.get(sku)

    def find_sync(self, sku: str) -> Product | None:
        """For management commands and the interactive shell."""
        return asyncio.run(self.find(sku))


class Basket:
    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.lines: dict[str, int] = {}

    async def add(self, sku: str, quantity: int = 1) -> None:
        if self.catalog.find_sync(sku) is None:  # BUG
            raise KeyError(sku)
        self.lines[sku] = self.lines.get(sku, 0) + quantity

    async def replace(self, sku: str, quantity: int) -> None:
        if await self.catalog.find(sku) is None:
            raise KeyError(sku)
        self.lines[sku] = quantity
