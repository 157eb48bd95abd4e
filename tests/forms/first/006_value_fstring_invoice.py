"""Invoice mails."""
from __future__ import annotations

import asyncio
from collections.abc import Iterable


class Numbering:
    """Hands out invoice numbers per year."""

    def __init__(self, start: int = 1) -> None:
        self._last = start - 1

    async def next_number(self, year: int) -> str:
        self._last += 1
        number = self._last
        await asyncio.sleep(0)
        return f"{year}-{number:05d}"


async def invoice_subject(numbering: Numbering, year: int, customer: str) -> str:
    return f"Invoice {numbering.next_number(year)} for {customer}"  # BUG


async def credit_subject(numbering: Numbering, year: int, customer: str) -> str:
    return f"Credit note {await numbering.next_number(year)} for {customer}"


async def credit_all(numbering: Numbering, customers: Iterable[str]) -> list[str]:
    return [await credit_subject(numbering, 2024, name) for name in customers]
