import asyncio


class Catalog:
    def __init__(self, days: dict[str, int]):
        self.days = days

    @classmethod
    async def load(cls) -> "Catalog":
        await asyncio.sleep(0)
        return cls({"fern": 2, "cactus": 30})

    async def water(self, name: str) -> int:
        return self.days[name]

    async def close(self):
        self.days.clear()
