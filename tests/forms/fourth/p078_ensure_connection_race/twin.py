import asyncio


class Pool:
    def __init__(self):
        self.taken = 0

    async def getconn(self):
        self.taken += 1
        await asyncio.sleep(0.01)
        return object()

    async def putconn(self, conn):
        self.taken -= 1


class DatabaseWrapper:
    def __init__(self, pool):
        self.pool = pool
        self.connection = None
        self._lock = asyncio.Lock()

    async def ensure_connection(self):
        async with self._lock:
            if self.connection is None:
                self.connection = await self.pool.getconn()
            return self.connection

    async def close(self):
        conn, self.connection = self.connection, None
        await self.pool.putconn(conn)


async def main():
    pool = Pool()
    db = DatabaseWrapper(pool)
    await asyncio.gather(*(db.ensure_connection() for _ in range(3)))
    await db.close()
    print("connections not returned:", pool.taken)


asyncio.run(main())
