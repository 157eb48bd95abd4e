"""Feature flags with a default."""
import asyncio
from typing import Optional


class FlagClient:
    def __init__(self, flags: dict[str, str]) -> None:
        self._flags = flags

    async def variant(self, flag: str, user: str) -> Optional[str]:
        await asyncio.sleep(0)
        return self._flags.get(f"{flag}:{user}")


class Rollout:
    default_variant = "control"

    def __init__(self, client: FlagClient) -> None:
        self.client = client

    async def checkout_variant(self, user: str) -> str:
        chosen = self.client.variant("checkout", user) or self.default_variant  # BUG
        return chosen

    async def search_variant(self, user: str) -> str:
        chosen = await self.client.variant("search", user) or self.default_variant
        return chosen
