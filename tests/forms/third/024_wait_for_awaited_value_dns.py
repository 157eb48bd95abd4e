"""Resolves names with a deadline for each server."""
import asyncio


class Resolver:
    def __init__(self, zone, delay=0.0):
        self.zone = zone
        self.delay = delay

    async def query(self, name):
        await asyncio.sleep(self.delay)
        return self.zone[name]

    async def address(self, name, deadline=0.5):
        try:
            return await asyncio.wait_for(await self.query(name), deadline)  # BUG
        except asyncio.TimeoutError:
            return None

    async def alias(self, name, deadline=0.5):
        try:
            return await asyncio.wait_for(self.query(name), deadline)
        except asyncio.TimeoutError:
            return None

    async def text(self, name, deadline=0.5):
        try:
            async with asyncio.timeout(deadline):
                return await self.query(name)
        except TimeoutError:
            return None
