import asyncio
import logging

logger = logging.getLogger(__name__)


class BrokerLink:
    """Connection to a message broker that may drop at any time."""

    def __init__(self):
        self._open = False
        self.reconnects = 0
        self.outbox = []

    @property
    async def connected(self):
        await asyncio.sleep(0)
        return self._open

    async def connect(self):
        await asyncio.sleep(0)
        self._open = True
        self.reconnects += 1

    async def publish(self, topic, payload):
        if not self.connected:  # BUG
            logger.info("link is down, reconnecting")
            await self.connect()
        self.outbox.append((topic, payload))

    async def publish_retained(self, topic, payload):
        if not await self.connected:
            logger.info("link is down, reconnecting")
            await self.connect()
        self.outbox.append((topic, payload, "retained"))
