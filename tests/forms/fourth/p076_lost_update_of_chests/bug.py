import asyncio


class Config:
    def __init__(self):
        self.players = {"ann": {"chests": 1, "loot": 0}}

    async def get(self, user):
        await asyncio.sleep(0)
        return dict(self.players[user])

    async def set(self, user, data):
        await asyncio.sleep(0)
        self.players[user] = data


async def open_chest(config, user):
    data = await config.get(user)
    await asyncio.sleep(0.02)
    data["chests"] -= 1
    data["loot"] += 1
    await config.set(user, data)  # BUG


async def reward(config, user, amount):
    await asyncio.sleep(0.01)
    data = await config.get(user)
    data["chests"] += amount
    await config.set(user, data)


async def main():
    config = Config()
    await asyncio.gather(open_chest(config, "ann"), reward(config, "ann", 5))
    print(config.players["ann"])


asyncio.run(main())
