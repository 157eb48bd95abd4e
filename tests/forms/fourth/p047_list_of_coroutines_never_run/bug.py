import asyncio


class FakeRedis:
    def __init__(self):
        self.data = {f"user:{i}": {"id": i} for i in range(3)}
        self.commands = 0

    async def hgetall(self, key):
        await asyncio.sleep(0)
        self.commands += 1
        return self.data.get(key, {})


async def load_users(redis, keys):
    users = [redis.hgetall(key) for key in keys]  # BUG
    return users


async def main():
    redis = FakeRedis()
    users = await load_users(redis, ["user:0", "user:2"])
    print("loaded", len(users), "users with", redis.commands, "commands")


asyncio.run(main())
