"""Client for the geo service with a session key."""
import asyncio


async def request_key(host: str) -> str:
    await asyncio.sleep(0)
    return f"key-{host}"


class GeoClient:
    async def __init__(self, host: str) -> None:  # BUG
        self.host = host
        self.key = await request_key(host)

    def url(self, place: str) -> str:
        return f"https://{self.host}/find?q={place}&key={self.key}"


class TileClient:
    def __init__(self, host: str, key: str) -> None:
        self.host = host
        self.key = key

    @classmethod
    async def create(cls, host: str) -> "TileClient":
        return cls(host, await request_key(host))

    def url(self, z: int, x: int, y: int) -> str:
        return f"https://{self.host}/{z}/{x}/{y}.png?key={self.key}"


async def tile_url(host: str) -> str:
    client = await TileClient.create(host)
    return client.url(3, 1, 2)
