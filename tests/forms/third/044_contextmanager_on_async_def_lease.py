"""Leases on shared workers."""
import asyncio
from contextlib import asynccontextmanager, contextmanager


class Pool:
    def __init__(self, size):
        self.free = list(range(size))

    async def take(self):
        while not self.free:
            await asyncio.sleep(0.01)
        return self.free.pop()

    def give_back(self, worker):
        self.free.append(worker)

    @contextmanager  # BUG
    async def lease(self):  # ALSO
        worker = await self.take()
        try:
            yield worker
        finally:
            self.give_back(worker)

    @asynccontextmanager
    async def borrow(self):
        worker = await self.take()
        try:
            yield worker
        finally:
            self.give_back(worker)


async def encode(pool, clip):
    with pool.lease() as worker:  # ALSO
        return f"{clip} on {worker}"


async def decode(pool, clip):
    async with pool.borrow() as worker:
        return f"{clip} on {worker}"
