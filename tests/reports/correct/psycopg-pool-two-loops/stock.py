import asyncio

from psycopg_pool import AsyncConnectionPool

CONNINFO = "host=127.0.0.1 port=54329 user=postgres dbname=postgres"


class Stock:
    def __init__(self, pool: AsyncConnectionPool) -> None:
        self.pool = pool

    async def on_hand(self, item: str) -> int:
        async with self.pool.connection() as conn:
            cur = await conn.execute("SELECT length(%s)", (item,))
            row = await cur.fetchone()
            return row[0]


async def main():
    pool = AsyncConnectionPool(CONNINFO, min_size=1, max_size=4, timeout=3, open=False)
    async with pool:
        stock = Stock(pool)
        print("bolts on hand:", await stock.on_hand("bolts"))


if __name__ == "__main__":
    asyncio.run(main())
