"""Federated search over several backends."""
import asyncio


class Backend:
    def __init__(self, name, documents):
        self.name = name
        self.documents = documents

    async def search(self, term):
        await asyncio.sleep(0.001)
        return [d for d in self.documents if term in d]


class Federation:
    def __init__(self, *backends):
        self.backends = backends

    async def _ask_all(self, term):
        return [backend.search(term) for backend in self.backends]  # BUG

    async def _suggest_all(self, term):
        return [await backend.search(term[:2]) for backend in self.backends]

    async def search(self, term):
        hits = []
        for found in await self._ask_all(term):
            hits.extend(found)  # ALSO
        return hits

    async def suggest(self, term):
        words = []
        for found in await self._suggest_all(term):
            words.extend(found)
        return words
