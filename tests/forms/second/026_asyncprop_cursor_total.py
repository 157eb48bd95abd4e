"""Lazy query results for the admin list views."""
import asyncio
from collections.abc import Sequence
from typing import Generic, TypeVar

Row = TypeVar("Row")


class QuerySet(Generic[Row]):
    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows

    @property
    async def total(self) -> int:
        await asyncio.sleep(0)
        return len(self._rows)

    async def slice(self, offset: int, limit: int) -> Sequence[Row]:
        await asyncio.sleep(0)
        return self._rows[offset : offset + limit]


class Paginator(Generic[Row]):
    def __init__(self, query: QuerySet[Row], per_page: int = 25) -> None:
        self.query = query
        self.per_page = per_page

    async def page(self, number: int) -> Sequence[Row]:
        return await self.query.slice((number - 1) * self.per_page, self.per_page)

    async def page_count(self) -> int:
        return -(-self.query.total // self.per_page)  # BUG

    async def page_numbers(self) -> list[int]:
        total = await self.query.total
        return list(range(1, -(-total // self.per_page) + 1))
