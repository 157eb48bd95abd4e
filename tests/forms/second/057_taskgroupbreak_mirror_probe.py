"""Find any package mirror that is in sync."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass


@dataclass
class Mirror:
    url: str
    serial: int
    latency: float = 0.0

    async def current_serial(self) -> int:
        await asyncio.sleep(self.latency)
        return self.serial

    async def matches(self, serial: int) -> str | None:
        return self.url if await self.current_serial() >= serial else None


async def first_in_sync(mirrors: list[Mirror], serial: int) -> str | None:
    found = None
    async with asyncio.TaskGroup() as group:
        probes = [group.create_task(mirror.matches(serial)) for mirror in mirrors]
        for probe in asyncio.as_completed(probes):
            found = await probe
            if found is not None:
                break  # BUG
    return found


async def first_newer(mirrors: list[Mirror], serial: int) -> str | None:
    found = None
    async with asyncio.TaskGroup() as group:
        probes = [group.create_task(mirror.matches(serial + 1)) for mirror in mirrors]
        for probe in asyncio.as_completed(probes):
            found = await probe
            if found is not None:
                for other in probes:
                    other.cancel()
                break
    return found
