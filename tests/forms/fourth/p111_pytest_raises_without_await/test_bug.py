import asyncio

import pytest


class Inventory:
    def __init__(self, stock):
        self.stock = stock

    async def take(self, item):
        await asyncio.sleep(0)
        if self.stock.get(item, 0) == 0:
            raise LookupError(item)
        self.stock[item] -= 1


@pytest.mark.asyncio
async def test_take_missing_item():
    inventory = Inventory({"apple": 1})
    await inventory.take("apple")
    with pytest.raises(LookupError):
        inventory.take("apple")  # BUG
