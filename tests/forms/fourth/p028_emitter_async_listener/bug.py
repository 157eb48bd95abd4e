import asyncio


class Emitter:
    def __init__(self):
        self._listeners = {}

    def on(self, event, func):
        self._listeners.setdefault(event, []).append(func)

    def emit(self, event, *args):
        for func in self._listeners.get(event, []):
            func(*args)


class Inventory:
    def __init__(self, emitter):
        self.stock = {"apple": 3}
        emitter.on("sold", self.on_sold)  # BUG

    async def on_sold(self, item):
        await asyncio.sleep(0)
        self.stock[item] -= 1


async def main():
    emitter = Emitter()
    inventory = Inventory(emitter)
    emitter.emit("sold", "apple")
    await asyncio.sleep(0.01)
    print(inventory.stock)


asyncio.run(main())
