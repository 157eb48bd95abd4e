import asyncio

import pytest


class RedisLike:
    def __init__(self):
        self.requests = asyncio.Queue()
        self.worker = None

    async def _serve(self):
        while True:
            key, reply = await self.requests.get()
            reply.set_result(key.upper())

    async def get(self, key):
        if self.worker is None:
            self.worker = asyncio.create_task(self._serve())
        reply = asyncio.get_running_loop().create_future()
        await self.requests.put((key, reply))
        return await asyncio.wait_for(reply, 1)


cache = RedisLike()  # BUG


@pytest.mark.asyncio
async def test_first():
    assert await cache.get("a") == "A"


@pytest.mark.asyncio
async def test_second():
    assert await cache.get("b") == "B"
