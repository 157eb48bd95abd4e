"""Retention policy of a backup tool."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass


@dataclass
class Policy:
    keep_daily: int = 7
    keep_weekly: int = 4


class Catalogue:
    def __init__(self, snapshots: list[str], policy: Policy | None = None) -> None:
        self._snapshots = snapshots
        self._policy = policy or Policy()

    async def policy(self) -> Policy:
        await asyncio.sleep(0)
        return self._policy

    async def daily(self) -> list[str]:
        await asyncio.sleep(0)
        return [name for name in self._snapshots if name.startswith("d")]

    async def expired_daily(self) -> list[str]:
        names = await self.daily()
        policy: Policy = self.policy()  # BUG
        return names[policy.keep_daily:]  # ALSO

    async def expired_weekly(self) -> list[str]:
        names = [name for name in self._snapshots if name.startswith("w")]
        policy: Policy = await self.policy()
        return names[policy.keep_weekly:]
