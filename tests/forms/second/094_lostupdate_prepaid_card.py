import asyncio
from decimal import Decimal


class Insufficient(Exception):
    pass


class RiskService:
    async def approve(self, card_id, amount):
        await asyncio.sleep(0.001)
        return amount < 500


class PrepaidCard:
    def __init__(self, card_id, risk, balance=0):
        self.card_id = card_id
        self.risk = risk
        self.balance = Decimal(balance)
        self._lock = asyncio.Lock()

    async def pay(self, amount):
        balance = self.balance  # ALSO
        if balance < amount:
            raise Insufficient(self.card_id)
        if not await self.risk.approve(self.card_id, amount):
            return False
        self.balance = balance - amount  # BUG
        return True

    async def top_up(self, amount):
        async with self._lock:
            balance = self.balance
            if not await self.risk.approve(self.card_id, amount):
                return False
            self.balance = balance + amount
            return True
