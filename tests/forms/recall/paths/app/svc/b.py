from app.db import db, allowed, Store


async def f(u) -> None:
    if not allowed(u):  # BUG
        print("no")


async def g(s: Store) -> None:
    v = s.get("k")  # BUG
    assert v  # ALSO


async def h() -> None:
    async with db.session() as x:  # BUG
        print(x)


async def i() -> None:
    if not db.ping():  # BUG
        print("x")
