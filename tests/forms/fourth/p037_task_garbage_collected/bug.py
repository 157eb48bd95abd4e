import asyncio
import gc
import weakref


class Accessory:
    def __init__(self):
        self.subscribers = weakref.WeakSet()
        self.received = []

    async def listen(self):
        changed = asyncio.Event()
        self.subscribers.add(changed)
        await changed.wait()
        self.received.append("changed")

    def start(self):
        asyncio.create_task(self.listen())  # BUG

    def notify(self):
        for event in list(self.subscribers):
            event.set()


async def main():
    accessory = Accessory()
    accessory.start()
    await asyncio.sleep(0)
    gc.collect()
    accessory.notify()
    await asyncio.sleep(0.01)
    print("received:", accessory.received)


asyncio.run(main())
