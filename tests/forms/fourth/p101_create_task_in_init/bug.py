import asyncio


class DerivAPI:
    def __init__(self, app_id):
        self.app_id = app_id
        self.messages = asyncio.Queue()
        self._reader = asyncio.create_task(self._connect())  # BUG

    async def _connect(self):
        await asyncio.sleep(0)
        await self.messages.put(f"authorized app {self.app_id}")

    async def first_message(self):
        return await self.messages.get()


async def show(api):
    print(await api.first_message())


if __name__ == "__main__":
    api = DerivAPI(app_id=1234)
    asyncio.run(show(api))
