import asyncio


class Emitter:
    def __init__(self):
        self._listeners = {}
        self._tasks = set()

    def on(self, event, func):
        self._listeners.setdefault(event, []).append(func)

    def emit(self, event, *args):
        for func in self._listeners.get(event, []):
            task = asyncio.create_task(func(*args))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)


class Inventory:
    def __init__(self, emitter):
        self.stock = {"apple": 3}
        emitter.on("sold", self.on_sold)

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
