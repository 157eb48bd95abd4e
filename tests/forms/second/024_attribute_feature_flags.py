"""Feature flags, fetched once when the service object is built."""
from __future__ import annotations

import asyncio


async def fetch_flags(environment: str) -> dict[str, bool]:
    await asyncio.sleep(0)
    return {"dark-mode": True, "new-cart": environment != "production"}


async def fetch_limits(environment: str) -> dict[str, int]:
    await asyncio.sleep(0)
    return {"uploads": 10 if environment == "production" else 100}


class FlagService:
    def __init__(self, environment: str) -> None:
        self.environment = environment
        self._flags = fetch_flags(environment)  # BUG

    def enabled(self, name: str) -> bool:
        return self._flags.get(name, False)  # ALSO


class LimitService:
    def __init__(self, environment: str, limits: dict[str, int]) -> None:
        self.environment = environment
        self._limits = limits

    @classmethod
    async def create(cls, environment: str) -> LimitService:
        return cls(environment, await fetch_limits(environment))

    def limit(self, name: str) -> int:
        return self._limits.get(name, 0)
