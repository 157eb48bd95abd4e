import asyncio

from sqlalchemy import select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Assistant(Base):
    __tablename__ = "assistants"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


async def search_assistants(session):
    stmt = select(Assistant).order_by(Assistant.id)
    result = session.scalars(stmt)  # BUG
    return [assistant.name for assistant in result.all()]


async def main():
    engine = create_async_engine("sqlite+aiosqlite://")
    async with engine.begin() as conn:
        await conn.run_sync(Base.metadata.create_all)
    async with async_sessionmaker(engine)() as session:
        session.add(Assistant(name="helper"))
        await session.flush()
        print(await search_assistants(session))
    await engine.dispose()


asyncio.run(main())
