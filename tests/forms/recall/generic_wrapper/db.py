from __future__ import annotations

from collections.abc import Coroutine, Generator
from contextlib import AbstractAsyncContextManager
from functools import wraps
from typing import Any, Callable, TypeVar

T = TypeVar("T")


class Pending(AbstractAsyncContextManager[T], Coroutine[Any, Any, T]):
    def __init__(self, coro: Coroutine[Any, Any, T]) -> None:
        self._coro = coro

    def send(self, value):
        return self._coro.send(value)

    def throw(self, *a):
        return self._coro.throw(*a)

    def close(self):
        return self._coro.close()

    def __await__(self) -> Generator[Any, None, T]:
        return self._coro.__await__()

    async def __aexit__(self, *a):
        return None


def both(method: Callable[..., Coroutine[Any, Any, T]]) -> Callable[..., Pending[T]]:
    @wraps(method)
    def wrapper(self, *args, **kwargs) -> Pending[T]:
        return Pending(method(self, *args, **kwargs))

    return wrapper


class Rows:
    async def one(self) -> tuple | None:
        return None


class Link:
    @both
    async def run(self, sql: str) -> Rows:
        return Rows()


async def load(link: Link):
    rows = await link.run("select 1")
    row = rows.one()  # BUG
    if row is None:  # ALSO
        raise KeyError
    return row[0]  # ALSO


async def load2(link: Link):
    rows = await link.run("select 1")
    rows.one()  # BUG
