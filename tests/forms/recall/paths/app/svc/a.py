from app.db import db


async def f() -> None:
    db.ping()  # BUG
