import asyncio


class Server:
    def __init__(self):
        self.tasks = []
        self.closed = []

    async def client_loop(self, name):
        try:
            await asyncio.sleep(3600)
        finally:
            await asyncio.sleep(0.01)
            self.closed.append(name)

    async def start(self):
        for name in ("a", "b"):
            self.tasks.append(asyncio.create_task(self.client_loop(name)))
        await asyncio.sleep(0)

    async def stop(self):
        for task in self.tasks:
            task.cancel()
        await asyncio.wait(self.tasks)
        print("stopped, closed:", self.closed)


async def main():
    server = Server()
    await server.start()
    await server.stop()


asyncio.run(main())
