import asyncio

import asyncpg

DSN = "postgresql://postgres@127.0.0.1:54329/postgres"


class PriceStore:
    def __init__(self, conn: asyncpg.Connection):
        self.conn = conn

    async def known(self, sku: str) -> bool:
        return await self.conn.fetchval(
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
    conn = await asyncpg.connect(DSN)
    store = PriceStore(conn)
    queue = asyncio.Queue()
    for number in range(8):
        queue.put_nowait(f"a-{number}")
    workers = [asyncio.create_task(worker(n, queue, store)) for n in range(3)]
    await asyncio.gather(*workers)
    await conn.close()


if __name__ == "__main__":
    asyncio.run(main())
