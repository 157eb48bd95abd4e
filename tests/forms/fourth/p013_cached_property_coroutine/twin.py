import asyncio


class Repo:
    def __init__(self, name):
        self.name = name

    async def owner(self):
        await asyncio.sleep(0)
        return self.name.split("/")[0]

    async def describe(self):
        return f"{self.name} is owned by {await self.owner()}"

    async def permissions(self):
        return {"admin": await self.owner()}


async def main():
    repo = Repo("pydanny/cached-property")
    print(await repo.describe())
    print(await repo.permissions())


asyncio.run(main())
