"""Keeps the newsletter subscribers who still want mail."""
import asyncio
from itertools import filterfalse


class Preferences:
    def __init__(self, opted_out):
        self._opted_out = set(opted_out)

    async def opted_out(self, address):
        await asyncio.sleep(0)
        return address in self._opted_out

    def valid(self, address):
        return "@" in address


class Newsletter:
    def __init__(self, preferences):
        self.preferences = preferences

    async def weekly_recipients(self, addresses):
        valid = filter(self.preferences.valid, addresses)
        return list(filterfalse(lambda address: self.preferences.opted_out(address), valid))  # BUG

    async def monthly_recipients(self, addresses):
        valid = filter(self.preferences.valid, addresses)
        return [address for address in valid if not await self.preferences.opted_out(address)]

    async def invalid(self, addresses):
        await asyncio.sleep(0)
        return list(filterfalse(lambda address: self.preferences.valid(address), addresses))
