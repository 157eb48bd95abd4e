"""Broadcasting lines to everyone in a chat room."""
import asyncio


class Peer:
    def __init__(self, nick: str) -> None:
        self.nick = nick
        self.received: list[str] = []

    async def send(self, line: str) -> None:
        await asyncio.sleep(0)
        self.received.append(line)


class Channel:
    def __init__(self) -> None:
        self.peers: list[Peer] = []

    def add(self, peer: Peer) -> None:
        self.peers.append(peer)

    async def broadcast(self, line: str) -> None:
        [peer.send(line) for peer in self.peers]  # BUG

    async def announce(self, line: str) -> None:
        await asyncio.gather(*[peer.send(f"* {line}") for peer in self.peers])
