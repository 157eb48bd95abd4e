import asyncio
import time


class RateGate:
    """Call it before each request; it lets through `rate` calls a second."""

    def __init__(self, rate):
        self.interval = 1.0 / rate
        self._next = 0.0

    def _delay(self):
        now = time.monotonic()
        slot = max(now, self._next)
        self._next = slot + self.interval
        return slot - now

    def __call__(self):
        time.sleep(self._delay())


class AsyncRateGate(RateGate):
    async def wait(self):
        await asyncio.sleep(self._delay())


class MapTiles:
    def __init__(self, session, rate=4):
        self.session = session
        self.tile_gate = RateGate(rate)
        self.search_gate = AsyncRateGate(rate)

    async def tile(self, zoom, x, y):
        self.tile_gate()  # BUG
        return await self.session.get(f"/tiles/{zoom}/{x}/{y}.png")

    async def search(self, text):
        await self.search_gate.wait()
        return await self.session.get(f"/search?q={text}")
