import asyncio
from contextlib import asynccontextmanager


class Connection:
    def __init__(self, number):
        self.number = number

    async def fetch(self, sql):
        await asyncio.sleep(0)
        return [(self.number, sql)]


class Pool:
    def __init__(self, size=2):
        self._idle = asyncio.Queue()
        for number in range(size):
            self._idle.put_nowait(Connection(number))

    @asynccontextmanager
    async def acquire(self):
        connection = await self._idle.get()
        try:
            yield connection
        finally:
            self._idle.put_nowait(connection)


class ReportQueries:
    def __init__(self, pool):
        self.pool = pool

    async def revenue(self, month):
        with self.pool.acquire() as connection:  # BUG
            return await connection.fetch(f"-- revenue of {month}")

    async def churn(self, month):
        async with self.pool.acquire() as connection:
            return await connection.fetch(f"-- churn of {month}")
