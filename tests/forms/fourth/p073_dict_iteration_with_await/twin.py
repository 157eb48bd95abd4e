import asyncio


class Hub:
    def __init__(self):
        self.ws_clients = {}

    async def send(self, name, message):
        await asyncio.sleep(0.01)
        self.ws_clients.get(name, []).append(message)

    async def broadcast(self, message):
        for name in list(self.ws_clients):
            await self.send(name, message)

    async def leave_later(self, name):
        await asyncio.sleep(0.005)
        self.ws_clients.pop(name)


async def main():
    hub = Hub()
    hub.ws_clients = {"a": [], "b": [], "c": []}
    await asyncio.gather(hub.broadcast("hi"), hub.leave_later("b"))
    print(hub.ws_clients)


if __name__ == "__main__":
    asyncio.run(main())
