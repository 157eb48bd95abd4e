import asyncio

from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str]


async def register(factory, email):
    async with factory() as session:
        user = User(email=email)
        session.add(user)
        await session.commit()
        return f"user {user.id} <{user.email}>"  # BUG


async def main():
    engine = create_async_engine("sqlite+aiosqlite://")
    async with engine.begin() as conn:
        await conn.run_sync(Base.metadata.create_all)
    factory = async_sessionmaker(engine)
    try:
        print(await register(factory, "ann@example.org"))
    finally:
        await engine.dispose()


asyncio.run(main())
