# shows: session-used-concurrently
# in: libraries-new
import asyncio

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine


async def main():
    engine = create_async_engine("sqlite+aiosqlite://")
    async with AsyncSession(engine) as session:
        await asyncio.gather(*(session.execute(text("select 1")) for _ in range(3)))


asyncio.run(main())
