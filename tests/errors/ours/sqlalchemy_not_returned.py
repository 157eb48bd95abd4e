# shows: connection-not-returned
# in: libraries-old libraries-new
import asyncio
import gc

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine


async def use(engine):
    connection = await engine.connect()
    await connection.execute(text("select 1"))


async def main():
    engine = create_async_engine("sqlite+aiosqlite:///file.db")
    await use(engine)
    gc.collect()


asyncio.run(main())
