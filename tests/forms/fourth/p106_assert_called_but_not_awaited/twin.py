import asyncio
from unittest.mock import AsyncMock


class Cart:
    def __init__(self, store):
        self.store = store
        self.items = []

    async def add(self, item):
        self.items.append(item)
        await self.store.save(list(self.items))


def test_add_saves_the_cart():
    store = AsyncMock()
    cart = Cart(store)

    asyncio.run(cart.add("apple"))

    store.save.assert_awaited_once_with(["apple"])
