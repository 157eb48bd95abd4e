import asyncio


class Report:
    def __init__(self):
        self.total = 0

    async def _count(self, shard):
        await asyncio.sleep(0.01)
        return shard * 10

    async def add_shard(self, shard):
        self.total += await self._count(shard)  # BUG


async def main():
    report = Report()
    await asyncio.gather(*(report.add_shard(i) for i in range(1, 5)))
    print("total:", report.total)


if __name__ == "__main__":
    asyncio.run(main())
