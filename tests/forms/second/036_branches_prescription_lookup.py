"""Formulary lookups, answered from the local cache where possible."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass


@dataclass(frozen=True)
class Drug:
    code: str
    name: str
    max_daily_mg: int


class Formulary:
    def __init__(self, remote: dict[str, Drug]) -> None:
        self._remote = remote
        self._cache: dict[str, Drug] = {}

    async def _fetch(self, code: str) -> Drug:
        await asyncio.sleep(0)
        self._cache[code] = self._remote[code]
        return self._cache[code]

    async def max_dose(self, code: str) -> int:
        if code in self._cache:
            drug = self._cache[code]
        else:
            drug = self._fetch(code)  # BUG
        return drug.max_daily_mg  # ALSO

    async def label(self, code: str) -> str:
        if code in self._cache:
            drug = self._cache[code]
        else:
            drug = await self._fetch(code)
        return f"{drug.name} ({drug.code})"
