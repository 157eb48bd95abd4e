import asyncpg

DSN = "postgresql://postgres@127.0.0.1:54329/postgres"


async def free_seats(hall: str) -> int:
    conn = await asyncpg.connect(DSN)
    try:
        return await conn.fetchval("SELECT 40 - length($1::text)", hall)
    finally:
        await conn.close()
