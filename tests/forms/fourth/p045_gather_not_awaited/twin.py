import asyncio


class SemanticCache:
    def __init__(self, entries):
        self.ttl = dict.fromkeys(entries, 10)

    async def _refresh_ttl(self, key):
        await asyncio.sleep(0.01)
        self.ttl[key] = 60

    async def acheck(self, prompt):
        hits = [key for key in self.ttl if prompt in key]
        await asyncio.gather(*[self._refresh_ttl(key) for key in hits])
        return hits


async def main():
    cache = SemanticCache(["capital of france", "capital of spain", "rivers"])
    hits = await cache.acheck("capital")
    print(hits, cache.ttl)


if __name__ == "__main__":
    asyncio.run(main())
