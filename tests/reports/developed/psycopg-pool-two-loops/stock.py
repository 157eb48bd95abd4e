import asyncio

from psycopg_pool import AsyncConnectionPool

CONNINFO = "host=127.0.0.1 port=54329 user=postgres dbname=postgres"


class Stock:
    def __init__(self, conninfo: str) -> None:
        self.pool = AsyncConnectionPool(conninfo, min_size=1, max_size=4, timeout=3)

    async def on_hand(self, item: str) -> int:
        async with self.pool.connection() as conn:
            cur = await conn.execute("SELECT length(%s)", (item,))
            row = await cur.fetchone()
            return row[0]


async def open_stock() -> Stock:
    return Stock(CONNINFO)


def main():
    stock = asyncio.run(open_stock())
    print("bolts on hand:", asyncio.run(stock.on_hand("bolts")))


if __name__ == "__main__":
    main()
