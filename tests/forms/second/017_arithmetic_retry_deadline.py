import asyncio
import random


class RemoteClock:
    """Clock of the controller, which may drift from ours."""

    def __init__(self, offset):
        self.offset = offset

    async def now(self):
        await asyncio.sleep(0)
        return asyncio.get_running_loop().time() + self.offset

    async def jitter(self):
        await asyncio.sleep(0)
        return random.uniform(0.0, 0.25)


class Irrigation:
    def __init__(self, clock, zones):
        self.clock = clock
        self.zones = zones
        self.plan = {}

    async def schedule(self, zone, delay):
        start = await self.clock.now() + delay
        self.plan[zone] = start + self.zones[zone]
        return start

    async def remaining(self, zone):
        return max(0.0, self.plan[zone] - self.clock.now())  # BUG

    async def overdue(self, zone):
        return max(0.0, await self.clock.now() - self.plan[zone])
