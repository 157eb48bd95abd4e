import asyncio


class Pool:
    def __init__(self, maxsize):
        self._slots = asyncio.Semaphore(maxsize)
        self._cache = {"a": 1}

    async def acquire(self):
        await self._slots.acquire()
        return self._cache

    def release(self):
        self._slots.release()


async def lookup(pool, key):
    conn = await pool.acquire()
    value = conn.get(key)
    if value is None:
        return "missing"  # BUG
    await asyncio.sleep(0)
    pool.release()
    return value


async def main():
    pool = Pool(maxsize=2)
    for key in ("x", "y", "a"):
        print(key, await asyncio.wait_for(lookup(pool, key), 1))


asyncio.run(main())
