"""Long-running pollers of a monitoring agent."""
import asyncio
import logging

log = logging.getLogger(__name__)


class Poller:
    def __init__(self, probe, interval=0.01):
        self.probe = probe
        self.interval = interval
        self.samples = []

    async def _sample(self):
        await asyncio.sleep(self.interval)
        self.samples.append(await self.probe())

    async def run(self):
        while True:
            try:
                await self._sample()
            except (asyncio.CancelledError, OSError):  # BUG
                log.debug("sample failed")

    async def run_checked(self):
        while True:
            try:
                await self._sample()
            except OSError:
                log.debug("sample failed")

    async def run_logged(self):
        try:
            while True:
                await self._sample()
        except asyncio.CancelledError:
            log.debug("stopped after %d samples", len(self.samples))
            raise
