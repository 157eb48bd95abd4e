"""Pollers for the carrier's tracking feed."""
import asyncio
import logging

log = logging.getLogger("tracking")


class TrackingPoller:
    def __init__(self, fetch, interval=0.01):
        self.fetch = fetch
        self.interval = interval
        self.events = []
        self.failures = 0

    async def run(self):
        while True:
            try:
                self.events.extend(await self.fetch())
                await asyncio.sleep(self.interval)
            except BaseException as exc:  # BUG
                self.failures += 1
                log.info("poll failed: %r", exc)

    async def run_strict(self):
        while True:
            try:
                self.events.extend(await self.fetch())
            except Exception as exc:
                self.failures += 1
                log.info("poll failed: %r", exc)
            await asyncio.sleep(self.interval)
