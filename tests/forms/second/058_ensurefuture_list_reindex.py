import asyncio


class SearchIndex:
    def __init__(self, latency=0.02):
        self.latency = latency
        self.documents = {}

    async def put(self, key, body):
        await asyncio.sleep(self.latency)
        if not body:
            raise ValueError(f"empty document {key!r}")
        self.documents[key] = body

    async def drop(self, key):
        await asyncio.sleep(self.latency)
        self.documents.pop(key, None)


class Reindexer:
    """Brings the search index in line with the article table."""

    def __init__(self, index, articles):
        self.index = index
        self.articles = articles

    async def refresh(self, keys):
        writes = []
        for key in keys:
            body = self.articles.get(key, "")
            writes.append(asyncio.ensure_future(self.index.put(key, body)))  # BUG
        return len(writes)

    async def purge(self, keys):
        removals = []
        for key in keys:
            removals.append(asyncio.ensure_future(self.index.drop(key)))
        await asyncio.gather(*removals)
        return len(removals)
