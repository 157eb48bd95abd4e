import asyncio


class Cursor:
    def __init__(self):
        self.open = False

    async def rows(self):
        self.open = True
        try:
            for i in range(100):
                await asyncio.sleep(0)
                yield i
        finally:
            await asyncio.sleep(0)
            self.open = False


async def first_over(cursor, limit):
    async for row in cursor.rows():  # BUG
        if row > limit:
            break
    return row, cursor.open


async def main():
    row, still_open = await first_over(Cursor(), 3)
    print("row", row, "cursor still open:", still_open)


asyncio.run(main())
