import asyncio
from unittest.mock import AsyncMock


class Cart:
    def __init__(self, store):
        self.store = store
        self.items = []

    async def add(self, item):
        self.items.append(item)
        self.store.save(list(self.items))  # BUG


def test_add_saves_the_cart():
    store = AsyncMock()  # ALSO
    cart = Cart(store)

    asyncio.run(cart.add("apple"))

    store.save.assert_called_once_with(["apple"])
