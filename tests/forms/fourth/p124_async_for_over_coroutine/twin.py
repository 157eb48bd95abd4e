import asyncio


class Source:
    def __init__(self, rows):
        self.rows = rows

    async def _batches(self, size):
        for start in range(0, len(self.rows), size):
            await asyncio.sleep(0)
            yield self.rows[start:start + size]

    async def get_full_data(self, size):
        await asyncio.sleep(0)
        return self._batches(size)


async def add_full_data(source):
    count = 0
    async for items in await source.get_full_data(2):
        count += len(items)
    return count


async def main():
    print("synced:", await add_full_data(Source([1, 2, 3, 4, 5])))


asyncio.run(main())
