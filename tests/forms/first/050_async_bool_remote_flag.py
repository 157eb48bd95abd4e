from __future__ import annotations

import asyncio
from dataclasses import dataclass, field


@dataclass
class FlagServer:
    enabled: set[str] = field(default_factory=set)

    async def is_enabled(self, flag: str) -> bool:
        await asyncio.sleep(0)
        return flag in self.enabled


@dataclass
class RemoteFlag:
    server: FlagServer
    name: str

    async def __bool__(self) -> bool:  # BUG
        return await self.server.is_enabled(self.name)


@dataclass
class RemoteSwitch:
    server: FlagServer
    name: str

    async def is_on(self) -> bool:
        return await self.server.is_enabled(self.name)


async def search_engine(switch: RemoteSwitch) -> str:
    if await switch.is_on():
        return "vector"
    return "keyword"
