"""Channels of a publish/subscribe client."""
import asyncio


class Wire:
    def __init__(self):
        self.log = []

    async def send(self, verb, topic):
        await asyncio.sleep(0)
        self.log.append((verb, topic))


class LeakyChannel:
    def __init__(self, wire, topic):
        self.wire = wire
        self.topic = topic

    async def unsubscribe(self):
        await self.wire.send("UNSUB", self.topic)

    def __del__(self):
        self.unsubscribe()  # BUG


class Channel:
    def __init__(self, wire, topic):
        self.wire = wire
        self.topic = topic
        self.closed = False

    async def unsubscribe(self):
        await self.wire.send("UNSUB", self.topic)
        self.closed = True

    async def __aenter__(self):
        await self.wire.send("SUB", self.topic)
        return self

    async def __aexit__(self, *exc):
        await self.unsubscribe()

    def __del__(self):
        if not self.closed:
            self.wire.log.append(("LEAK", self.topic))
