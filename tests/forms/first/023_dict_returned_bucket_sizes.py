import asyncio
from collections.abc import Iterable


class ObjectStorage:
    def __init__(self, objects: dict[str, bytes]) -> None:
        self._objects = objects

    async def list_keys(self, bucket: str) -> list[str]:
        await asyncio.sleep(0)
        return sorted(k for k in self._objects if k.startswith(bucket + "/"))

    async def size(self, key: str) -> int:
        await asyncio.sleep(0)
        return len(self._objects[key])


async def key_sizes(storage: ObjectStorage, bucket: str) -> dict[str, int]:
    keys = await storage.list_keys(bucket)
    return {key: storage.size(key) for key in keys}  # BUG


async def bucket_sizes(storage: ObjectStorage, buckets: Iterable[str]) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for bucket in buckets:
        keys = await storage.list_keys(bucket)
        sizes[bucket] = sum([await storage.size(key) for key in keys])
    return sizes
