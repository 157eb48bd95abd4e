import asyncio

from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import create_async_engine

engine = create_async_engine("sqlite+aiosqlite://")


async def on_connect(dbapi_connection, connection_record):  # BUG
    cursor = dbapi_connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


event.listen(engine.sync_engine, "connect", on_connect)  # ALSO


async def main():
    async with engine.connect() as conn:
        result = await conn.execute(text("PRAGMA foreign_keys"))
        print("foreign keys:", result.scalar())
    await engine.dispose()


asyncio.run(main())
