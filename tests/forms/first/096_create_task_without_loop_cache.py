"""Session cache that forgets old sessions by itself."""
import asyncio
import time


class SessionCache:
    def __init__(self, ttl=30.0):
        self.ttl = ttl
        self._sessions = {}
        self._sweeper = asyncio.create_task(self._sweep())  # ALSO

    async def _sweep(self):
        while True:
            await asyncio.sleep(self.ttl / 2)
            limit = time.monotonic() - self.ttl
            self._sessions = {k: t for k, t in self._sessions.items() if t > limit}

    def touch(self, session_id):
        self._sessions[session_id] = time.monotonic()
        return len(self._sessions)

    async def close(self):
        self._sweeper.cancel()
        await asyncio.gather(self._sweeper, return_exceptions=True)


async def serve(cache, visitors):
    try:
        return max(cache.touch(visitor) for visitor in visitors)
    finally:
        await cache.close()


def run_server(visitors):
    cache = SessionCache(ttl=10)  # BUG
    return asyncio.run(serve(cache, visitors))


async def serve_with_cache(visitors):
    cache = SessionCache(ttl=10)
    return await serve(cache, visitors)


def run_test_server(visitors):
    return asyncio.run(serve_with_cache(visitors))
