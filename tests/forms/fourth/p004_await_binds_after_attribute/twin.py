import asyncio
from collections import namedtuple

Cell = namedtuple("Cell", "row col value")


class Worksheet:
    def __init__(self, rows):
        self._rows = rows

    async def cell(self, row, col):
        await asyncio.sleep(0)
        return Cell(row, col, self._rows[row][col])


async def greeting(ws, row):
    name = await ws.cell(row, 0)
    text = await ws.cell(row, 1)
    return f"{name.value}: {text.value}"


async def main():
    ws = Worksheet([["ann", "good morning"], ["bob", "hi"]])
    for row in range(2):
        print(await greeting(ws, row))


asyncio.run(main())
