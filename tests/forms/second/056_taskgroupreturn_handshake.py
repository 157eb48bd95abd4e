import asyncio
from dataclasses import dataclass, field


@dataclass
class Peer:
    name: str
    hello: asyncio.Queue = field(default_factory=asyncio.Queue)
    pings: int = 0

    async def ping(self):
        self.pings += 1
        await asyncio.sleep(0)


class Session:
    """Keeps the peer alive with pings while the handshake is under way."""

    def __init__(self, peer, interval=0.02):
        self.peer = peer
        self.interval = interval

    async def _keep_alive(self):
        while True:
            await self.peer.ping()
            await asyncio.sleep(self.interval)

    async def connect(self):
        async with asyncio.TaskGroup() as group:
            group.create_task(self._keep_alive())  # ALSO
            greeting = await self.peer.hello.get()
            return greeting["version"]  # BUG

    async def reconnect(self, token):
        async with asyncio.TaskGroup() as group:
            pinger = group.create_task(self._keep_alive())
            greeting = await self.peer.hello.get()
            pinger.cancel()
            return greeting["version"], token
