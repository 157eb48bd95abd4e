import asyncio


class Secrets:
    async def __init__(self, store):  # BUG
        await asyncio.sleep(0)
        self.values = {key: value for key, value in store}

    def get(self, name):
        return self.values.get(name, "?")


async def apply(store):
    secrets = Secrets(store)
    return secrets.get("token")


if __name__ == "__main__":
    print(asyncio.run(apply([("token", "t0p"), ("user", "ann")])))
