import asyncio
import math


class Tracker:
    """Position of one delivery van."""

    def __init__(self, gateway, van_id):
        self.gateway = gateway
        self.van_id = van_id

    async def position(self):
        fix = await self.gateway.last_fix(self.van_id)
        return fix["lat"], fix["lon"]

    async def distance_to_depot(self, depot):
        lat, lon = self.position()  # BUG
        return math.hypot(lat - depot[0], lon - depot[1])

    async def bearing_to_depot(self, depot):
        lat, lon = await self.position()
        return math.degrees(math.atan2(depot[1] - lon, depot[0] - lat)) % 360


class ReplayGateway:
    def __init__(self, fixes):
        self._fixes = fixes

    async def last_fix(self, van_id):
        await asyncio.sleep(0)
        return self._fixes[van_id][-1]
