import asyncio


class Resource:
    def __init__(self, name):
        self.name = name
        self.fetched = False

    async def fetch_all(self):
        await asyncio.sleep(0)
        self.fetched = True


class CompositeResources:
    def __init__(self, children):
        self.children = children

    async def fetch_children(self):
        await asyncio.wait([child.fetch_all() for child in self.children])  # BUG
        return [child.name for child in self.children if child.fetched]


async def main():
    composite = CompositeResources([Resource("roles"), Resource("users")])
    print(await composite.fetch_children())


asyncio.run(main())
