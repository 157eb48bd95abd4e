from __future__ import annotations
import asyncio


class User:
    id: int = 1
    tags: set[str] = set()

    async def send(self, t: str) -> None: ...


class Api:
    async def user(self, n: int) -> User:
        return User()

    def cached(self, n: int) -> User | None:
        return None

    async def save(self, u: User) -> None: ...


# A: attribute that no coroutine has, and the name is also passed on
async def a(api: Api, log) -> None:
    u = api.user(1)  # BUG
    log.note(u.id)  # ALSO
    log.ban(u)  # ALSO


# A2: truth test and passed on
async def a2(api: Api, log) -> None:
    u = api.user(1)  # BUG
    if not u:  # ALSO
        return
    log.ban(u)  # ALSO


# A3: as A, walrus
async def a3(api: Api) -> None:
    if u := api.user(1):  # BUG
        u.tags = {t for t in u.tags if t != "x"}  # ALSO
        await api.save(u)  # ALSO


# A4: only the attribute
async def a4(api: Api) -> None:
    u = api.user(1)  # BUG
    print(u.id)  # ALSO


# B: fallback in an if, then used as the value
async def b(api: Api) -> None:
    u = api.cached(1)
    if not u:
        try:
            u = api.user(1)  # BUG
        except ValueError:
            return
    await u.send("hi")  # ALSO


# C: given to an async def of the project that uses its attributes (no annotation)
class Plan:
    async def later(self, mod, t: int) -> None:
        await asyncio.sleep(t)
        print(mod.id)

    async def go(self, api: Api) -> None:
        mod = api.user(2)  # BUG
        await self.later(mod, 1)  # ALSO


# D: sync `self.finish(form)` of unknown base
from outside import Unknown


class Page(Unknown):
    async def _form(self, u) -> str:
        return "x"

    async def get(self) -> None:
        form = self._form(1)  # UNDECIDABLE: `finish` comes from a base that is not here; it may take an awaitable
        self.finish(form)  # UNDECIDABLE: `finish` comes from a base that is not here; it may take an awaitable


# E: attribute assigned, returned by an async def
class Draft:
    def __init__(self, client) -> None:
        self._client = client
        self._entity = None

    async def entity(self):
        if not self._entity:
            self._entity = await_less(self._client)  # BUG
        return self._entity  # ALSO


async def await_less(c) -> User:
    return await c.get()


# F: plain class attribute of union, returned with annotation
class Cfg:
    async def name(self) -> str:
        return "n"


async def f(c: Cfg) -> dict[str, str]:
    n = c.name()  # BUG
    return {"name": n}  # ALSO


# G: in an f-string inside a call argument
async def g(c: Cfg, ctx) -> None:
    n = c.name()  # BUG
    await ctx.send(f"hello {n}")  # ALSO


# H: `"..." + name`
async def h(c: Cfg, ctx) -> None:
    n = c.name()  # BUG
    await ctx.send("hello " + n)  # ALSO


# I: `"{}".format(name)`
async def i(c: Cfg, ctx) -> None:
    n = c.name()  # BUG
    await ctx.send("hello {}".format(n))  # ALSO


# I2: direct
async def i2(c: Cfg, ctx) -> None:
    await ctx.send("hello {}".format(c.name()))  # BUG


# J: `%`
async def j(c: Cfg, ctx) -> None:
    n = c.name()  # BUG
    await ctx.send("hello %s" % n)  # ALSO


# K: logging
import logging

log = logging.getLogger()


async def k(c: Cfg) -> None:
    n = c.name()  # BUG
    log.info("hello %s", n)  # ALSO


# L: dict value then json
async def l(c: Cfg, api) -> None:
    n = c.name()  # BUG
    await api.post(json={"name": n})  # ALSO
