"""Wallets of a game server."""
import asyncio


class Ledger:
    def __init__(self, entries):
        self.entries = entries

    async def sum_for(self, player):
        await asyncio.sleep(0)
        return sum(amount for who, amount in self.entries if who == player)


class Wallet:
    def __init__(self, ledger, player):
        self._ledger = ledger
        self.player = player

    @property
    async def balance(self):
        return await self._ledger.sum_for(self.player)

    @property
    def label(self):
        return self.player.title()

    async def can_buy(self, price):
        return self.balance >= price  # BUG

    async def can_trade(self, other, price):
        return await self.balance >= price and await other.balance >= 0

    async def statement(self):
        return f"{self.label}: {await self.balance}"
