import asyncio
from dataclasses import dataclass


@dataclass
class Limits:
    low: float
    high: float


class Greenhouse:
    """Keeps one greenhouse between its limits."""

    def __init__(self, sensors, limits):
        self._sensors = sensors
        self.limits = limits
        self.events = []

    async def _sample(self, name):
        await asyncio.sleep(0.001)
        return self._sensors[name]

    async def humidity(self):
        return await self._sample("humidity")

    async def temperature(self):
        return await self._sample("temperature")

    async def regulate_heat(self):
        if self.temperature() > self.limits.high:  # BUG
            self.events.append("vent-open")

    async def regulate_mist(self):
        if await self.humidity() < self.limits.low:
            self.events.append("mist-on")
