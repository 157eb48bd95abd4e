import asyncio


class StorageBackend:
    """Interface of the places where uploads can be kept."""

    def put(self, key, blob):
        raise NotImplementedError

    def stat(self, key):
        raise NotImplementedError


class MemoryBackend(StorageBackend):
    def __init__(self):
        self._blobs = {}

    async def put(self, key, blob):
        await asyncio.sleep(0)
        self._blobs[key] = bytes(blob)

    async def stat(self, key):
        await asyncio.sleep(0)
        return {"size": len(self._blobs[key])}


class ReplicatedBackend(StorageBackend):
    def __init__(self, *replicas):
        self._replicas = replicas

    async def put(self, key, blob):
        await asyncio.gather(*(replica.put(key, blob) for replica in self._replicas))

    async def stat(self, key):
        return await self._replicas[0].stat(key)


class UploadHandler:
    def __init__(self, backend: StorageBackend):
        self.backend = backend

    async def upload(self, key, blob):
        self.backend.put(key, blob)  # BUG
        return {"key": key, "status": "stored"}

    async def replace(self, key, blob):
        before = await self.backend.stat(key)
        await self.backend.put(key, blob)
        return {"key": key, "status": "replaced", "old_size": before["size"]}
