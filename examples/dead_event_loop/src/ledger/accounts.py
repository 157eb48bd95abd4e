"""Accounts, and transfers between them."""

import asyncio
from dataclasses import dataclass, field

from ledger.rates import RateBoard, board


class InsufficientFunds(Exception):
    """The account has too little money for the transfer."""


@dataclass
class Account:
    """An account in one currency, in cents."""

    owner: str
    currency: str = "EUR"
    balance: int = 0
    history: list[int] = field(default_factory=list)

    def book(self, amount: int) -> None:
        """Changes the balance, and keeps the amount in the history."""
        if self.balance + amount < 0:
            raise InsufficientFunds(self.owner)
        self.balance += amount
        self.history.append(amount)


class Bank:
    """The accounts by owner. One transfer runs at a time."""

    def __init__(self, rates: RateBoard = board) -> None:
        self.accounts: dict[str, Account] = {}
        self.rates = rates
        self.lock = asyncio.Lock()

    def open(self, owner: str, currency: str = "EUR", balance: int = 0) -> Account:
        """Opens an account."""
        account = Account(owner, currency, balance)
        self.accounts[owner] = account
        return account

    async def transfer(self, source: str, target: str, amount: int) -> int:
        """Moves money, and returns the amount that arrives."""
        giver, taker = self.accounts[source], self.accounts[target]
        async with self.lock:
            arrives = amount
            if giver.currency != taker.currency:
                rate = await self.rates.rate(giver.currency, taker.currency)
                arrives = round(amount * rate)
            giver.book(-amount)
            taker.book(arrives)
        return arrives
