"""Queue kept on a broker; the client only knows its name."""
import asyncio


class Broker:
    def __init__(self):
        self.queues = {}

    async def push(self, queue, item):
        await asyncio.sleep(0)
        self.queues.setdefault(queue, []).append(item)

    async def depth(self, queue):
        await asyncio.sleep(0)
        return len(self.queues.get(queue, []))


class RemoteQueue:
    def __init__(self, broker, name):
        self.broker = broker
        self.name = name

    async def put(self, item):
        await self.broker.push(self.name, item)

    async def __len__(self):  # BUG
        return await self.broker.depth(self.name)


class RemoteStack:
    def __init__(self, broker, name):
        self.broker = broker
        self.name = name

    async def put(self, item):
        await self.broker.push(self.name, item)

    async def size(self):
        return await self.broker.depth(self.name)
