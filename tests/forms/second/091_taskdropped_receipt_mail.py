"""Checkout: receipts and loyalty points are handled after the answer."""
from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

Send = Callable[[str, str], Awaitable[None]]


@dataclass
class Purchase:
    number: int
    mail: str
    cents: int


class Checkout:
    def __init__(self, send: Send) -> None:
        self._send = send
        self._background: set[asyncio.Task[None]] = set()
        self.points: dict[str, int] = {}

    async def _receipt(self, purchase: Purchase) -> None:
        await self._send(purchase.mail, f"Receipt {purchase.number}: {purchase.cents / 100:.2f}")

    async def _loyalty(self, purchase: Purchase) -> None:
        points = purchase.cents // 100
        await self._send(purchase.mail, f"{points} points for purchase {purchase.number}")

    async def pay(self, purchase: Purchase) -> dict[str, int]:
        asyncio.create_task(self._receipt(purchase))  # BUG
        return {"paid": purchase.number}

    async def collect_points(self, purchase: Purchase) -> dict[str, int]:
        task = asyncio.create_task(self._loyalty(purchase))
        self._background.add(task)
        task.add_done_callback(self._background.discard)
        return {"collected": purchase.number}

    async def aclose(self) -> None:
        await asyncio.gather(*self._background)
