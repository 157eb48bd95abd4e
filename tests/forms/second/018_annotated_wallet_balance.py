"""Wallet cache in front of the ledger service."""
from __future__ import annotations

import asyncio
from decimal import Decimal


class LedgerClient:
    def __init__(self, accounts: dict[str, Decimal]) -> None:
        self._accounts = accounts

    async def fetch_balance(self, account: str) -> Decimal:
        await asyncio.sleep(0)
        return self._accounts[account]

    async def fetch_hold(self, account: str) -> Decimal:
        await asyncio.sleep(0)
        return self._accounts[account] / 10


class WalletCache:
    def __init__(self, ledger: LedgerClient) -> None:
        self._ledger = ledger
        self._balances: dict[str, Decimal] = {}
        self._holds: dict[str, Decimal] = {}

    async def warm_balance(self, account: str) -> None:
        balance: Decimal = self._ledger.fetch_balance(account)  # BUG
        self._balances[account] = balance

    async def warm_hold(self, account: str) -> None:
        hold: Decimal = await self._ledger.fetch_hold(account)
        self._holds[account] = hold

    def cached_balance(self, account: str) -> Decimal | None:
        return self._balances.get(account)

    def cached_hold(self, account: str) -> Decimal | None:
        return self._holds.get(account)
