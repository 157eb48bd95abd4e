class Lazy:
    def __await__(self):
        yield
        return 3


class Conf:
    def limit(self) -> Lazy:
        return Lazy()


async def a(c: Conf) -> int:
    return await c.limit() + c.limit()  # BUG


async def b(c: Conf, ids: set[int]) -> bool:
    return not ids.isdisjoint(c.limit())  # BUG


async def d(c: Conf) -> bool:
    if c.limit():  # BUG
        return True
    return False


async def e(c: Conf) -> None:
    x = c.limit()  # BUG
    print(x + 1)  # ALSO


async def g(c: Conf) -> None:
    print(f"{c.limit()}")  # BUG


async def h(c: Conf) -> None:
    c.limit()  # BUG
