"""Storage backends of an upload service."""
import abc
import asyncio


class Storage(abc.ABC):
    @abc.abstractmethod
    def put(self, key, data):
        ...

    @abc.abstractmethod
    def url(self, key):
        ...


class Memory(Storage):
    def __init__(self):
        self.blobs = {}

    async def put(self, key, data):
        await asyncio.sleep(0)
        self.blobs[key] = data

    def url(self, key):
        return f"memory:{key}"


class Audited(Memory):
    async def put(self, key, data):
        await super().put(key, data)
        await super().put(key + ".audit", b"1")


async def upload(storage: Storage, key, data):
    storage.put(key, data)  # BUG
    return storage.url(key)


async def mirror(storage: Storage, other: Storage, key, data):
    await storage.put(key, data)
    await other.put(key, data)
    return storage.url(key), other.url(key)
