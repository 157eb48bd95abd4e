import asyncio


class Client:
    def __init__(self, on_refresh):
        self._lock = asyncio.Lock()
        self._token = None
        self._on_refresh = on_refresh

    async def token(self):
        async with self._lock:
            return self._token

    async def check_and_refresh(self):
        async with self._lock:
            await asyncio.sleep(0)
            self._token = "fresh"
        await self._on_refresh(self)


async def save_token(client):
    print("saving", await client.token())


async def main():
    client = Client(save_token)
    await asyncio.wait_for(client.check_and_refresh(), 1)
    print("done")


asyncio.run(main())
