import asyncio

import asyncpg

DSN = "postgresql://postgres@127.0.0.1:54329/postgres"


class PriceStore:
    def __init__(self, pool: asyncpg.Pool):
        self.pool = pool

    async def known(self, sku: str) -> bool:
        async with self.pool.acquire() as conn:
            return await conn.fetchval(
                "SELECT $1::text = ANY(ARRAY['a-1', 'a-3', 'a-5'])", sku
            )


async def worker(number: int, queue: asyncio.Queue, store: PriceStore):
    while not queue.empty():
        sku = queue.get_nowait()
        if await store.known(sku):
            print(f"worker {number}: {sku} already priced")
        else:
            print(f"worker {number}: {sku} is new")


async def main():
    pool = await asyncpg.create_pool(DSN, min_size=1, max_size=3)
    store = PriceStore(pool)
    queue = asyncio.Queue()
    for number in range(8):
        queue.put_nowait(f"a-{number}")
    workers = [asyncio.create_task(worker(n, queue, store)) for n in range(3)]
    await asyncio.gather(*workers)
    await pool.close()


if __name__ == "__main__":
    asyncio.run(main())
