import asyncio


class ComponentFactory:
    def __init__(self):
        self.configured = 0

    async def _configure_component(self, config):
        await asyncio.sleep(0)
        self.configured += 1
        return f"controller:{config}"

    async def configure(self, configs):
        controllers = tuple(
            await self._configure_component(config) for config in configs  # BUG
        )
        return {"controllers": controllers, "count": self.configured}


async def main():
    factory = ComponentFactory()
    print(await factory.configure(["vera-1", "vera-2"]))


asyncio.run(main())
