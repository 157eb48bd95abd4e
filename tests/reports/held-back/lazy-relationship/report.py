import asyncio

from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlmodel import SQLModel, select

from models import Player, Team

engine = create_async_engine("sqlite+aiosqlite:///:memory:")
Session = async_sessionmaker(engine, expire_on_commit=False)


async def seed():
    async with engine.begin() as conn:
        await conn.run_sync(SQLModel.metadata.create_all)
    async with Session() as session:
        session.add(Team(name="Reds", players=[Player(name="Ada"), Player(name="Bo")]))
        await session.commit()


def line(team: Team) -> str:
    names = ", ".join(player.name for player in team.players)
    return f"{team.name}: {names}"


async def print_rosters():
    async with Session() as session:
        result = await session.execute(select(Team).order_by(Team.name))
        for team in result.scalars():
            print(line(team))


async def main():
    try:
        await seed()
        await print_rosters()
    finally:
        await engine.dispose()


if __name__ == "__main__":
    asyncio.run(main())
