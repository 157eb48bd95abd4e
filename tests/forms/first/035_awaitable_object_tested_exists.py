from __future__ import annotations

import asyncio
from collections.abc import Generator
from typing import Any


class Exists:
    """Lazy existence test, evaluated on await."""

    def __init__(self, rows: list[dict[str, Any]], **filters: Any) -> None:
        self._rows = rows
        self._filters = filters

    def __await__(self) -> Generator[Any, None, bool]:
        yield from asyncio.sleep(0).__await__()
        return any(
            all(row.get(k) == v for k, v in self._filters.items()) for row in self._rows
        )


class Users:
    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self._rows = rows

    def exists(self, **filters: Any) -> Exists:
        return Exists(self._rows, **filters)

    async def username_error(self, name: str) -> str | None:
        if self.exists(name=name):  # BUG
            return f"{name} is taken"
        return None

    async def email_error(self, email: str) -> str | None:
        if await self.exists(email=email):
            return f"{email} is registered already"
        return None
