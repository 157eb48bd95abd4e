from __future__ import annotations

from typing import Any, Literal

from .till import Till


class _Empty:
    pass


EmptyType = type[_Empty]
Empty = _Empty


class Route:
    def __init__(self) -> None:
        self._till: Till | EmptyType = Empty

    def connect(self) -> None:
        self._till = make()

    # narrowing by `is Empty: raise`
    async def go(self) -> None:
        t = self._till
        if t is Empty:
            raise RuntimeError
        kw: dict[str, Any] = {}
        if t:
            kw = t.is_open()  # BUG
        print(kw)  # ALSO


def make() -> Till:
    return Till()


# a base with an `async def`, one subclass plain (does nothing), receiver annotated as the base
class Store:
    async def shut(self) -> None:
        raise NotImplementedError

    async def wait(self) -> None: ...


class NoStore(Store):
    def shut(self) -> None:  # ALSO
        pass


class Disp:
    def __init__(self, store: Store | None = None) -> None:
        if store is None:
            store = NoStore()
        self.store = store


async def stop(d: Disp) -> None:
    d.store.shut()  # BUG
    await d.store.wait()


# annotated attribute of the class; plain `def` that says `-> Awaitable`
from typing import Awaitable


class Db:
    def save(self, n: int) -> Awaitable[int]:
        raise NotImplementedError


class Stream:
    rowid: int

    def __init__(self, db: Db) -> None:
        self.db = db

    async def go(self) -> None:
        self.rowid = self.db.save(1)  # BUG
        print("saved")


# sync callee of the file uses len() of what it is given
class Mem:
    async def _embed(self, s: str) -> list[float]:
        return [1.0]

    def _insert(self, s: str, e):
        print(f"{len(e)}")

    async def add(self, s: str, e=None):
        if e is None:
            e = self._embed(s)  # BUG
        return self._insert(s, e)  # ALSO

    async def add2(self, s: str):
        e = self._embed(s)  # BUG
        return self._insert(s, e)  # ALSO

    async def add3(self, s: str):
        return self._insert(s, self._embed(s))  # BUG
