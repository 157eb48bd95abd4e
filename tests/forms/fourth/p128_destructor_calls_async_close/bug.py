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

    def __del__(self):
        self.session.close()  # BUG


async def check():
    client = ApiClient()
    return await client.ping()


async def main():
    print(await check(), "open:", Connection.open_connections)


asyncio.run(main())
