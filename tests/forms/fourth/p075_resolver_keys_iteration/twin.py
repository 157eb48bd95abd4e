import asyncio


class Resolver:
    def __init__(self):
        self._results = {}

    async def _query(self, host):
        await asyncio.sleep(0.005)
        return f"10.0.0.{len(host)}"

    async def add(self, host):
        self._results[host] = await self._query(host)

    async def refresh(self):
        for host in list(self._results):
            self._results[host] = await self._query(host)
        return len(self._results)


async def main():
    resolver = Resolver()
    await resolver.add("db")
    await resolver.add("cache")
    refreshed, _ = await asyncio.gather(resolver.refresh(), resolver.add("queue"))
    print("refreshed", refreshed >= 2)


asyncio.run(main())
