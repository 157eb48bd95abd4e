from __future__ import annotations
import asyncio
from typing import Any, TypeVar, Generic


class Store:
    async def count(self) -> int:
        return 1

    async def close(self) -> None: ...


class Cart:
    async def count(self) -> int:
        return 2


def pick(kind: str) -> Store | Cart:
    return Store() if kind == "s" else Cart()


# A: union of two coroutine functions
async def a_union(kind: str) -> None:
    c = pick(kind)
    if n := c.count():  # BUG
        print(n.real)  # ALSO


async def a_union_stmt(kind: str) -> None:
    c = pick(kind)
    c.count()  # BUG


class Handler:
    def __init__(self, store: Store) -> None:
        self.store = store


async def make() -> Store:
    return Store()


# B: direct / local to an annotated __init__ of the project
async def b_direct() -> Handler:
    return Handler(make())  # BUG


async def b_local() -> Handler:
    s = make()  # BUG
    return Handler(s)  # ALSO


# C: a sync function annotated, local
def use(n: int) -> int:
    return n + 1


async def c_direct() -> int:
    return use(Store().count())  # BUG


async def c_local() -> int:
    n = Store().count()  # BUG
    return use(n)  # ALSO


# D: async def annotated
async def ause(n: int) -> int:
    return n + 1


async def d_direct() -> int:
    return await ause(Store().count())  # BUG


async def d_local() -> int:
    n = Store().count()  # BUG
    return await ause(n)  # ALSO


# E: attribute typed Any, method name in exactly one class, async
class Wallet:
    manager: Any

    async def e(self) -> None:
        s = self.manager.drained()  # UNDECIDABLE: `manager` is Any and nothing here sets it; only the method's name says Manager
        while not s:
            await asyncio.sleep(1)
            s = self.manager.drained()  # UNDECIDABLE: `manager` is Any and nothing here sets it; only the method's name says Manager


class Manager:
    async def drained(self) -> bool:
        return True


# F: param without annotation, called in the project with a typed value two levels away
async def f_check(peer) -> bool:
    if await peer.ask() is None:
        peer.hangup(99)  # BUG
        return False
    return True


class Peer:
    async def ask(self) -> str | None: ...

    async def hangup(self, n: int) -> None: ...


async def f_outer(peer: Peer) -> None:
    await f_check(peer)


# G: base class with plain-def body raising NotImplementedError? all subclasses async
class Backend:
    def shut(self):
        raise NotImplementedError

    def wait_shut(self):
        raise NotImplementedError


class RedisBackend(Backend):
    async def shut(self):
        pass

    async def wait_shut(self):
        pass


class MemBackend(Backend):
    async def shut(self):
        pass

    async def wait_shut(self):
        pass


async def g(backend: Backend) -> None:
    backend.shut()  # BUG
    await backend.wait_shut()


# H: sync def that returns coroutine/future in all paths, called as stmt with Future | None
def h_fut(flag: bool):
    if flag:
        return None
    return asyncio.get_running_loop().create_future()


async def h() -> None:
    h_fut(False)  # UNDECIDABLE: the future stands for nothing here; what it stands for, and whether one must wait, is code that is not here


# I: callback stored in attribute
class Sender:
    def __init__(self, loop, *, on_update=None) -> None:
        self._loop = loop
        self._on_update = on_update

    async def handle(self, m) -> None:
        if self._on_update:
            self._on_update(m)  # BUG


class Client:
    def __init__(self, loop) -> None:
        self._sender = Sender(loop, on_update=self._update)  # ALSO

    async def _update(self, m) -> None: ...


# J: str.join / sorted / len / int()
async def j() -> None:
    n = Store().count()  # BUG
    print(max(3, n))  # ALSO


# K: assigned to attribute then read as plain
class K:
    def __init__(self) -> None:
        self.x = None

    async def load(self) -> None:
        self.x = Store().count()  # BUG

    async def show(self) -> None:
        await self.load()
        print(self.x + 1)  # ALSO


# L: subscript store
class L:
    def __init__(self) -> None:
        self.cache: dict[int, set[int]] = {}

    async def ids(self) -> set[int]:
        return {1}

    async def l(self, k: int) -> bool:
        if k not in self.cache:
            self.cache[k] = self.ids()  # BUG
        return 1 in self.cache[k]  # ALSO
