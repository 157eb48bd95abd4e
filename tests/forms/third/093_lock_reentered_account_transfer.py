"""Accounts of an arcade machine."""
import asyncio


class Account:
    def __init__(self, credits):
        self.credits = credits
        self.lock = asyncio.Lock()

    async def _add(self, amount):
        await asyncio.sleep(0)
        self.credits += amount

    async def deposit(self, amount):
        async with self.lock:
            await self._add(amount)

    async def bonus(self, amount):
        async with self.lock:
            if self.credits < 10:
                amount *= 2
            await self.deposit(amount)  # BUG

    async def refund(self, amount):
        async with self.lock:
            if self.credits < 10:
                amount *= 2
            await self._add(amount)

    async def transfer(self, other, amount):
        await self.deposit(-amount)
        await other.deposit(amount)
        return self.credits, other.credits
