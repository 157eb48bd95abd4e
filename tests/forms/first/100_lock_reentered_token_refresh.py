"""OAuth token kept fresh for all API calls."""
from __future__ import annotations

import asyncio
import time


class TokenHolder:
    def __init__(self, lifetime: float = 300.0) -> None:
        self.lifetime = lifetime
        self._lock = asyncio.Lock()
        self._token: str | None = None
        self._expires = 0.0
        self._serial = 0

    async def _request(self) -> None:
        await asyncio.sleep(0.001)
        self._serial += 1
        self._token = f"token-{self._serial}"
        self._expires = time.monotonic() + self.lifetime

    async def refresh(self) -> None:
        async with self._lock:
            await self._request()

    async def header(self) -> dict[str, str]:
        async with self._lock:
            if self._token is None or time.monotonic() >= self._expires:
                await self.refresh()  # BUG
            return {"Authorization": f"Bearer {self._token}"}

    async def query(self) -> dict[str, str]:
        async with self._lock:
            if self._token is None or time.monotonic() >= self._expires:
                await self._request()
            return {"access_token": str(self._token)}
