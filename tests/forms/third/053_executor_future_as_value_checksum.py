"""Verifies downloaded parts against their checksums."""
import asyncio
import zlib
from concurrent.futures import ThreadPoolExecutor


class Verifier:
    def __init__(self, workers=2):
        self.pool = ThreadPoolExecutor(workers)

    def _crc(self, data):
        return zlib.crc32(data) & 0xFFFFFFFF

    def in_pool(self, func, *args):
        return asyncio.get_running_loop().run_in_executor(self.pool, func, *args)

    async def matches(self, data, expected):
        actual = self.in_pool(self._crc, data)
        await asyncio.sleep(0)
        return actual == expected  # BUG

    async def differs(self, data, expected):
        actual = await self.in_pool(self._crc, data)
        await asyncio.sleep(0)
        return actual != expected

    async def all_match(self, parts):
        sums = await asyncio.gather(*(self.in_pool(self._crc, data) for data, _ in parts))
        return all(actual == expected for actual, (_, expected) in zip(sums, parts))

    def close(self):
        self.pool.shutdown()
