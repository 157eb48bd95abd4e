import asyncio


class Connection:
    open_connections = 0

    def __init__(self):
        Connection.open_connections += 1

    async def close(self):
        await asyncio.sleep(0)
        Connection.open_connections -= 1


class ApiClient:
    def __init__(self):
        self.session = Connection()

    async def ping(self):
        await asyncio.sleep(0)
        return "pong"

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_info):
        await self.session.close()


async def check():
    async with ApiClient() as client:
        return await client.ping()


async def main():
    print(await check(), "open:", Connection.open_connections)


asyncio.run(main())
