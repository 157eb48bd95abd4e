from app.db import allowed


async def f(u) -> None:
    if not allowed(u):  # BUG
        print("no")
    allowed(u)  # BUG
