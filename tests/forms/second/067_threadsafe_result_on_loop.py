import asyncio
import time


class TokenSource:
    """OAuth tokens, renewed shortly before they run out."""

    def __init__(self, loop, issue, lifetime=300):
        self._loop = loop
        self._issue = issue
        self._lifetime = lifetime
        self._token = None
        self._expires = 0.0

    async def _renew(self):
        self._token = await self._issue()
        self._expires = time.monotonic() + self._lifetime
        return self._token

    def blocking_token(self):
        """For the report threads, which are not on the loop."""
        return asyncio.run_coroutine_threadsafe(self._renew(), self._loop).result(timeout=10)

    async def authorization(self):
        if time.monotonic() > self._expires - 30:
            future = asyncio.run_coroutine_threadsafe(self._renew(), self._loop)  # ALSO
            future.result(timeout=2)  # BUG
        return {"Authorization": f"Bearer {self._token}"}

    async def cookie(self):
        if time.monotonic() > self._expires - 30:
            await self._renew()
        return {"Cookie": f"token={self._token}"}
