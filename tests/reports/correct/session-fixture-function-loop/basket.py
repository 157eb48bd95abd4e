from redis.asyncio import Redis


class Basket:
    def __init__(self, redis: Redis, user: str):
        self.redis = redis
        self.key = f"basket:{user}"

    async def put(self, item: str, count: int = 1) -> None:
        await self.redis.hincrby(self.key, item, count)

    async def items(self) -> dict[str, int]:
        values = await self.redis.hgetall(self.key)
        return {name: int(count) for name, count in values.items()}

    async def clear(self) -> None:
        await self.redis.delete(self.key)
