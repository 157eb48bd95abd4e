"""Receipts are mailed after the response went out."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass, field


@dataclass
class ReceiptMailer:
    sent: list[str] = field(default_factory=list)

    async def send(self, order_id: str) -> None:
        await asyncio.sleep(0.02)
        self.sent.append(order_id)


@dataclass
class OrderApi:
    mailer: ReceiptMailer
    _background: set[asyncio.Task[None]] = field(default_factory=set)

    async def create(self, order_id: str) -> int:
        asyncio.create_task(self.mailer.send(order_id))  # BUG
        return 201

    async def create_express(self, order_id: str) -> int:
        task = asyncio.create_task(self.mailer.send(order_id + "-x"))
        self._background.add(task)
        task.add_done_callback(self._background.discard)
        return 201

    async def shutdown(self) -> None:
        await asyncio.gather(*self._background)
