import asyncio

_SHARED_LOCK = asyncio.Lock()  # BUG
_INSTANCES = {}


class Store:
    def __init__(self, name):
        self.name = name


async def shared(name):
    async with _SHARED_LOCK:
        if name not in _INSTANCES:
            await asyncio.sleep(0.01)
            _INSTANCES[name] = Store(name)
        return _INSTANCES[name]


async def handler(names):
    stores = await asyncio.gather(*(shared(name) for name in names))
    return [store.name for store in stores]


if __name__ == "__main__":
    print(asyncio.run(handler(["a", "b"])))
    print(asyncio.run(handler(["c", "d"])))
