import asyncio


class Secrets:
    def __init__(self, values):
        self.values = values

    @classmethod
    async def load(cls, store):
        await asyncio.sleep(0)
        return cls({key: value for key, value in store})

    def get(self, name):
        return self.values.get(name, "?")


async def apply(store):
    secrets = await Secrets.load(store)
    return secrets.get("token")


if __name__ == "__main__":
    print(asyncio.run(apply([("token", "t0p"), ("user", "ann")])))
