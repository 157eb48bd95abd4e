"""Transactions on top of the async driver."""
from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, contextmanager


class Connection:
    def __init__(self) -> None:
        self.statements: list[str] = []

    async def execute(self, sql: str) -> None:
        await asyncio.sleep(0)
        self.statements.append(sql)


@contextmanager  # BUG
async def savepoint(connection: Connection, name: str) -> AsyncIterator[Connection]:  # ALSO
    await connection.execute(f"SAVEPOINT {name}")
    try:
        yield connection
    except BaseException:
        await connection.execute(f"ROLLBACK TO {name}")
        raise
    else:
        await connection.execute(f"RELEASE {name}")


@asynccontextmanager
async def transaction(connection: Connection) -> AsyncIterator[Connection]:
    await connection.execute("BEGIN")
    try:
        yield connection
    except BaseException:
        await connection.execute("ROLLBACK")
        raise
    else:
        await connection.execute("COMMIT")
