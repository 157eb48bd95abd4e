"""Missed: both overloads of AsyncSession.execute are `async def`, yet the call is a `union` and every rule is silent."""
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession


async def a(session: AsyncSession):
    session.execute(text("delete from t"))  # statement  # BUG


async def b(session: AsyncSession):
    result = session.execute(select(1))  # name, then attribute  # BUG
    return result.scalars().all()  # ALSO


async def c(session: AsyncSession):
    return session.execute(select(1)).scalars().all()  # attribute of the coroutine  # BUG


async def d(session: AsyncSession):
    rows = session.scalars(select(1))  # BUG
    return rows.all()  # ALSO


async def e(session: AsyncSession):
    value = session.scalar(select(1))  # BUG
    if value is None:  # ALSO
        return 0
    return value  # ALSO


async def f(conn: AsyncConnection):
    conn.execute(text("delete from t"))  # BUG
    conn.commit()  # BUG


async def g(session: AsyncSession):
    session.refresh(object())  # BUG
    session.rollback()  # BUG
    session.close()  # BUG
