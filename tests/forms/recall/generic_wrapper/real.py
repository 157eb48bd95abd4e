import aiosqlite


async def load(path: str):
    async with aiosqlite.connect(path) as db:
        cur = await db.execute("select 1")
        row = cur.fetchone()  # BUG
        cur.fetchone()  # BUG
        db.commit()  # BUG
        async with db.execute("select 1") as c2:
            c2.fetchone()  # BUG
        return row[0]  # ALSO
