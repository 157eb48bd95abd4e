"""Customer wallets kept in memory while a checkout runs."""
import asyncio
from decimal import Decimal
from typing import Mapping


class Ledger:
    def __init__(self, balances: Mapping[str, Decimal]) -> None:
        self._balances = dict(balances)

    async def balance_of(self, owner: str) -> Decimal:
        await asyncio.sleep(0.001)
        return self._balances.get(owner, Decimal(0))


class Wallet:
    def __init__(self, owner: str, ledger: Ledger) -> None:
        self.owner = owner
        self.ledger = ledger
        self.balance: Decimal = Decimal(0)

    async def refresh(self) -> None:
        self.balance = self.ledger.balance_of(self.owner)  # BUG

    async def reload(self) -> None:
        self.balance = await self.ledger.balance_of(self.owner)

    def snapshot(self) -> dict[str, object]:
        return {"owner": self.owner, "balance": self.balance}
