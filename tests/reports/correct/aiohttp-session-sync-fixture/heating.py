from aiohttp import ClientSession


class HeatingClient:
    def __init__(self, host: str, session: ClientSession | None = None):
        self.host = host
        self.session = session if session else ClientSession()
        self.rooms: dict[str, float] = {}

    async def refresh(self) -> None:
        async with self.session.get(f"http://{self.host}/rooms") as answer:
            self.rooms = await answer.json()

    def warmest(self) -> str:
        return max(self.rooms, key=self.rooms.get)

    async def close(self) -> None:
        await self.session.close()
