"""Commits must survive a client which hangs up."""
import asyncio


class Journal:
    def __init__(self):
        self.committed = []

    async def commit(self, change):
        await asyncio.sleep(0.02)
        self.committed.append(change)
        return len(self.committed)


class Api:
    def __init__(self, journal):
        self.journal = journal
        self._running = set()

    async def put(self, change):
        return await asyncio.shield(self.journal.commit(change))  # BUG

    async def post(self, change):
        commit = asyncio.ensure_future(self.journal.commit(change))
        self._running.add(commit)
        commit.add_done_callback(self._running.discard)
        return await asyncio.shield(commit)

    async def drain(self):
        while self._running:
            await asyncio.gather(*self._running)
