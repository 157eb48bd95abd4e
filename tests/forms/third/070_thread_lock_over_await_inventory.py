"""Reserves items of an inventory which worker threads use too."""
import asyncio
import threading


class Inventory:
    def __init__(self, stock):
        self.stock = stock
        self.guard = threading.Lock()
        self.gate = asyncio.Lock()

    async def _confirm(self, sku):
        await asyncio.sleep(0.01)
        return sku in self.stock

    async def reserve(self, sku):
        self.guard.acquire(timeout=0.3)  # ALSO
        try:
            if await self._confirm(sku):  # BUG
                self.stock[sku] -= 1
        finally:
            self.guard.release()
        return self.stock.get(sku)

    async def release(self, sku):
        async with self.gate:
            if await self._confirm(sku):
                with self.guard:
                    self.stock[sku] += 1
        return self.stock.get(sku)
