from __future__ import annotations

from typing import Any, Optional, Union, TYPE_CHECKING

from .base import Backend, Repo

if TYPE_CHECKING:
    from .late import Late


class Field:
    """A config value object: calling it gives an awaitable."""

    def __getattr__(self, name: str) -> "Value":
        return Value(name)


class Value:
    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self) -> "Lazy":
        return Lazy()


class Lazy:
    def __await__(self):
        return iter(())


# 1: awaitable object tested
async def a1(f: Field, ids: set[int]) -> bool:
    bad = f.blacklist()  # BUG
    if not ids.isdisjoint(bad):  # ALSO
        return False
    return True


# 2: awaitable object in arithmetic
async def a2(f: Field) -> int:
    return await f.next() + f.payday()  # BUG


# 3: awaitable object returned from an async def annotated otherwise
async def a3(f: Field) -> list[str]:
    return f.prefix()  # BUG


# 4: stored and used on the attribute
class Cache:
    def __init__(self, f: Field) -> None:
        self.f = f
        self.bad: dict[int, set[int]] = {}

    async def a4(self, g: int, x: int) -> None:
        if g not in self.bad:
            self.bad[g] = self.f.blacklist()  # BUG
        if x not in self.bad[g]:  # ALSO
            self.bad[g].add(x)  # ALSO


# 5: parametrised None default attribute that a setter gives
class Ctl:
    repo: Optional[Repo] = None

    def set(self, repo: Repo) -> None:
        self.repo = repo

    async def a5(self) -> None:
        self.repo.backend.load()  # BUG


# 6: self._x = None in __init__, assigned in another method from an awaited factory
class Ctl2:
    def __init__(self) -> None:
        self._b = None

    async def open(self) -> None:
        self._b = await Backend.build(1)

    async def a6(self) -> None:
        self._b.load()  # BUG


# 7: a field of a pydantic-like class whose annotation is an alias union under try/except import
try:
    from missing_one import Ctx as CtxA
except ImportError:
    CtxA = None

AnyCtx = Union[CtxA, Backend]


class Sess:
    ctx: AnyCtx | None = None

    async def a7(self) -> None:
        if self.ctx:
            self.ctx.load()  # BUG


# 8: under a decorator that is not found
from missing_two import deco


class Page:
    @deco(retries=3)
    async def connected(self) -> bool:
        return True


async def a8() -> None:
    p = Page()
    assert p.connected()  # UNDECIDABLE: the decorator is not here; it may make a plain function of it


# 9: **kwargs / getattr / dict of classes
KINDS: dict[str, type[Backend]] = {}


async def a9(kind: str) -> None:
    b = KINDS[kind]()
    b.load()  # BUG


# 10: a method on the value of an `async with`
class Conn:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *a):
        return None

    async def release(self) -> None: ...


async def a10(make) -> None:
    c = Conn()
    async with c as k:
        k.release()  # BUG


# 11: reqrep-like wrapper: method made by a function from an async def
def wrap(fn, meth):
    def _(self, *a, **kw):
        return meth(self, *a, **kw)

    return _


class Chan:
    async def _ask(self, q: str) -> str:
        return q

    ask = wrap(print, _ask)


async def a11(c: Chan) -> None:
    r = c.ask("x")  # BUG
    print(r.upper())  # ALSO


# 12: awaited in a sibling branch only
async def a12(func, inst, *args):
    if inst is None:
        return await func(*args)
    return func(inst, *args)  # BUG


# 13: __del__
class Shared:
    def __init__(self, b: Backend) -> None:
        self.b = b

    def __del__(self) -> None:
        self.b.load()  # BUG


# 14: future by a plain function is returned by an async def
import asyncio


class Req:
    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()

    def fut(self) -> asyncio.Future[int]:
        return self.loop.create_future()

    async def wait(self) -> int:
        return await self.fut()


async def a14(r: Req, wait: bool) -> int:
    if wait:
        return await r.wait()
    return r.fut()  # BUG
