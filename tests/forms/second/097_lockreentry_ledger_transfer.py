"""Accounts of the in-game economy; each wallet has its own lock."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass, field


@dataclass
class Wallet:
    owner: str
    gold: int = 0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Economy:
    def __init__(self, audit: list[str]) -> None:
        self.audit = audit

    async def _record(self, text: str) -> None:
        await asyncio.sleep(0)
        self.audit.append(text)

    async def credit(self, wallet: Wallet, gold: int) -> None:
        async with wallet.lock:
            await self._credit_locked(wallet, gold)

    async def _credit_locked(self, wallet: Wallet, gold: int) -> None:
        await self._record(f"{wallet.owner} {gold:+d}")
        wallet.gold += gold

    async def sell(self, wallet: Wallet, stack: list[int]) -> int:
        async with wallet.lock:
            while stack:
                await self.credit(wallet, stack.pop())  # BUG
            return wallet.gold

    async def buy(self, wallet: Wallet, prices: list[int]) -> int:
        async with wallet.lock:
            for price in prices:
                if wallet.gold >= price:
                    await self._credit_locked(wallet, -price)
            return wallet.gold
