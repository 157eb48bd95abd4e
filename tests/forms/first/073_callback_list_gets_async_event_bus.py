"""Events inside the shop process."""
import asyncio
import functools


class EventBus:
    def __init__(self):
        self._listeners = []
        self._tasks = set()

    def listen(self, callback):
        self._listeners.append(callback)

    def emit(self, name, **data):
        for callback in self._listeners:
            callback(name, data)  # ALSO

    def spawn(self, handler, name, data):
        task = asyncio.get_running_loop().create_task(handler(name, data))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def drain(self):
        await asyncio.gather(*self._tasks)


class SearchIndex:
    def __init__(self):
        self.updated = []

    async def on_event(self, name, data):
        await asyncio.sleep(0)
        self.updated.append((name, data["sku"]))


def wire_index(bus, index):
    bus.listen(index.on_event)  # BUG


def wire_index_tasks(bus, index):
    bus.listen(functools.partial(bus.spawn, index.on_event))
