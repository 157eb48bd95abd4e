import asyncio
import sys

import aiosqlite


class Notes:
    def __init__(self):
        self.db = None

    async def open(self, path: str):
        self.db = await aiosqlite.connect(path)
        await self.db.execute("CREATE TABLE IF NOT EXISTS note (body TEXT)")

    async def add(self, body: str):
        await self.db.execute("INSERT INTO note VALUES (?)", (body,))
        await self.db.commit()

    async def all(self) -> list[str]:
        async with self.db.execute("SELECT body FROM note") as cursor:
            return [row[0] async for row in cursor]


notes = Notes()


async def main(words: list[str]):
    await notes.open(":memory:")
    for word in words:
        await notes.add(word)
    for body in await notes.all():
        print("-", body)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:] or ["milk", "bread"]))
    print("done")
