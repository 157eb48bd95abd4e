from __future__ import annotations

import asyncio
from functools import wraps

from outside import Pool


class Conn:
    async def shut(self) -> None: ...

    async def alive(self, k: int) -> bool:
        return True


# A: attribute that is what a caller gives, or one of the project's own
class Job:
    def __init__(self, conn=None) -> None:
        if conn:
            self.conn = conn
            self.own = False
        else:
            self.conn = Conn()
            self.own = True

    async def end(self) -> None:
        if self.own:
            self.conn.shut()  # BUG


# B: awaited a few lines above on the same local, in the same function, receiver unknown
async def life(km, k: int) -> None:
    assert await km.alive_at(k)
    await km.again(k)
    assert km.alive_at(k)  # BUG


def life_sync(km, k: int) -> None:
    assert km.alive_at(k)


# C: `self` in the wrapper of a decorator that decorates methods of one class
def needs_tab(fn):
    @wraps(fn)
    def wrapper(self, *a, **k):
        if not self.tab:
            self.new_tab()  # BUG
        return fn(self, *a, **k)

    return wrapper


class Win:
    tab = None

    async def new_tab(self) -> None: ...

    @needs_tab
    def title(self) -> str:
        return "x"


# D: `x is SENTINEL: raise` narrows a union of a class and the sentinel's class
class _Empty: ...


Empty = _Empty


class Route:
    def __init__(self) -> None:
        self._c: Conn | type[_Empty] = Empty

    def set(self, c: Conn) -> None:
        self._c = c

    async def go(self) -> None:
        c = self._c
        if c is Empty:
            raise RuntimeError
        c.shut()  # BUG


# E: plain function that gives a Future or None
def nudge(flag: bool):
    if flag:
        return None
    return asyncio.ensure_future(Conn().shut())


async def e() -> None:
    nudge(True)


# F: async for / with over the result
async def rows() -> list[int]:
    return [1]


async def f() -> None:
    for r in rows():  # BUG
        print(r)


async def f2() -> None:
    r = rows()  # BUG
    print(len(r))  # ALSO


async def f3() -> None:
    r = rows()  # BUG
    print(max(r))  # ALSO


async def f4() -> None:
    r = rows()  # BUG
    print(int(r[0]))  # ALSO


async def f5() -> list[int]:
    r = rows()  # BUG
    return sorted(r)  # ALSO


async def f6() -> None:
    r = rows()  # BUG
    print("n: " + str(r))  # ALSO


async def f7(out: dict) -> None:
    r = rows()  # UNDECIDABLE: the caller's dict gets the coroutine; he may await it
    out["rows"] = r  # UNDECIDABLE: the caller's dict gets the coroutine; he may await it


async def f8() -> dict:
    return {"rows": rows()}  # UNDECIDABLE: the caller may await it; neither the annotation nor a use says otherwise


async def f9() -> list:
    return [rows()]  # UNDECIDABLE: the caller may gather the list; neither the annotation nor a use says otherwise


async def f10() -> tuple:
    return rows(), 1  # BUG
