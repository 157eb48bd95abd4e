"""Orders must be saved even if the customer closes the page."""
import asyncio


class OrderStore:
    def __init__(self):
        self.saved = []

    async def save(self, order):
        await asyncio.sleep(0.05)
        self.saved.append(order)


class Checkout:
    def __init__(self, store):
        self.store = store
        self._saving = set()

    async def submit(self, order):
        await asyncio.shield(self.store.save(order))  # BUG
        return "ok"

    async def submit_gift(self, order):
        task = asyncio.create_task(self.store.save({**order, "gift": True}))
        self._saving.add(task)
        task.add_done_callback(self._saving.discard)
        await asyncio.shield(task)
        return "ok"

    async def close(self):
        if self._saving:
            await asyncio.gather(*self._saving)
