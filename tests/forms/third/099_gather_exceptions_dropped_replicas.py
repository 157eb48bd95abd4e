"""Writes a value to all replicas of a key-value store."""
import asyncio
import logging

log = logging.getLogger("replicas")


class Replica:
    def __init__(self, name, healthy=True):
        self.name = name
        self.healthy = healthy
        self.data = {}

    async def write(self, key, value):
        await asyncio.sleep(0)
        if not self.healthy:
            raise ConnectionError(self.name)
        self.data[key] = value


async def put(replicas, key, value):
    writes = [replica.write(key, value) for replica in replicas]
    await asyncio.gather(*writes, return_exceptions=True)  # BUG
    return True


async def put_checked(replicas, key, value):
    writes = [replica.write(key, value) for replica in replicas]
    results = await asyncio.gather(*writes, return_exceptions=True)
    failed = [r for r in results if isinstance(r, BaseException)]
    for error in failed:
        log.info("write failed: %r", error)
    return not failed


async def put_strict(replicas, key, value):
    await asyncio.gather(*(replica.write(key, value) for replica in replicas))
    return True
