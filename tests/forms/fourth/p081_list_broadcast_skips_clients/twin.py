import asyncio


class ConnectionManager:
    def __init__(self):
        self.active_connections = []
        self.received = []

    def connect(self, name):
        self.active_connections.append(name)

    def disconnect(self, name):
        self.active_connections.remove(name)

    async def send_text(self, name, message):
        await asyncio.sleep(0.01)
        self.received.append((name, message))

    async def broadcast(self, message):
        for connection in list(self.active_connections):
            await self.send_text(connection, message)


async def main():
    manager = ConnectionManager()
    for name in ("a", "b", "c"):
        manager.connect(name)
    task = asyncio.create_task(manager.broadcast("hi"))
    await asyncio.sleep(0.005)
    manager.disconnect("a")
    await task
    print([name for name, _ in manager.received])


asyncio.run(main())
