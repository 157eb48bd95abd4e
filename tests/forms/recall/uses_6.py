import asyncio


class Box:
    async def size(self) -> int:
        return 1


# contradicting annotation of the local
async def a(b: Box, db) -> None:
    n: int = b.size()  # BUG
    await db.put((1, n))  # ALSO


# given on to a function of the project, by a local name
def label(n: int) -> str:
    return str(n + 1)


async def c(b: Box) -> str:
    n = b.size()  # BUG
    return label(n)  # ALSO


# the same directly: found
async def c_direct(b: Box) -> str:
    return label(b.size())  # BUG


# constructor of the project
class Ticket:
    def __init__(self, n: int) -> None:
        self.n = n


async def d(b: Box) -> Ticket:
    return Ticket(b.size())  # BUG


async def d2(b: Box) -> Ticket:
    n = b.size()  # BUG
    return Ticket(n)  # ALSO


# str.format
async def e(b: Box) -> str:
    return "size {}".format(b.size())  # BUG


# left of `or`
async def f(b: Box) -> int:
    return await (b.size() or b.size())  # BUG


# `is None` and rebinding
async def g(b: Box, k: int) -> int:
    n = b.size()  # BUG
    n = 0 if n is None else n  # ALSO
    return n * k  # ALSO


# fallback in a branch
async def h(b: Box, cached: int | None) -> int:
    n = cached
    if n is None:
        n = b.size()  # BUG
    return n + 1  # ALSO


# `with coroutine`
async def i(lock: asyncio.Lock) -> None:
    with lock.acquire():  # BUG
        print("x")


# asyncio.wait with coroutines
async def j(b: Box) -> None:
    await asyncio.wait([b.size()])  # BUG


# truth test and given on
async def k(b: Box, out) -> None:
    n = b.size()  # BUG
    if not n:  # ALSO
        return
    out.put(n)  # ALSO
