"""Missed: `pool.acquire()` gives a PoolConnectionProxy, whose methods a metaclass copies from Connection."""
import asyncpg


async def by_pool(pool: asyncpg.Pool):
    async with pool.acquire() as connection:
        connection.execute("delete from t")  # BUG


async def by_pool_await(pool: asyncpg.Pool):
    connection = await pool.acquire()  # UNDECIDABLE: never released here (a leak); whether the pool lives on is the caller's
    connection.execute("delete from t")  # BUG
    rows = connection.fetch("select 1")  # BUG
    return [row["a"] for row in rows]  # ALSO


async def direct():
    connection = await asyncpg.connect()
    connection.execute("delete from t")  # BUG
    connection.close()  # BUG


async def pool(pool: asyncpg.Pool):
    pool.execute("delete from t")  # BUG
    with pool.acquire() as connection:  # BUG
        pass


async def annotated(connection: asyncpg.Connection):
    connection.execute("delete from t")  # BUG
    row = connection.fetchrow("select 1")  # BUG
    return row["a"]  # ALSO
