"""Look up the owner of a parcel locker compartment."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass


@dataclass
class Compartment:
    number: int
    owner: str


class Lockers:
    def __init__(self, compartments: list[Compartment]) -> None:
        self._compartments = {c.number: c for c in compartments}

    async def find(self, number: int) -> Compartment | None:
        await asyncio.sleep(0)
        return self._compartments.get(number)

    async def owner_of(self, number: int) -> str:
        lookup = self.find(number)  # ALSO
        if lookup is None:  # BUG
            return "unassigned"
        compartment = await lookup
        return compartment.owner

    async def label_of(self, number: int) -> str:
        compartment = await self.find(number)
        if compartment is None:
            return "unassigned"
        return f"{compartment.number:03d} {compartment.owner}"
