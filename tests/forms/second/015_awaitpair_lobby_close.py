import asyncio


class Player:
    def __init__(self, name):
        self.name = name
        self.inbox = []

    async def send(self, event):
        await asyncio.sleep(0)
        self.inbox.append(event)


class Lobby:
    """A two-seat waiting room."""

    def __init__(self, host, guest):
        self.host = host
        self.guest = guest
        self.closed = False

    async def start(self, seed):
        event = {"type": "start", "seed": seed}
        await self.host.send(event), self.guest.send(event)  # BUG

    async def close(self, reason):
        self.closed = True
        event = {"type": "closed", "reason": reason}
        await asyncio.gather(self.host.send(event), self.guest.send(event))
