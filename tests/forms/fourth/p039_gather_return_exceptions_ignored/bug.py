import asyncio


class Agent:
    def __init__(self, name, images):
        self.name = name
        self.images = images

    async def pull(self, image):
        await asyncio.sleep(0)
        if image not in self.images:
            raise LookupError(f"{self.name}: no such image {image}")


async def launch_session(agents, image):
    pull_tasks = [agent.pull(image) for agent in agents]
    await asyncio.gather(*pull_tasks, return_exceptions=True)  # BUG
    return f"session started on {len(agents)} agents"


async def main():
    agents = [Agent("a1", {"python"}), Agent("a2", set())]
    try:
        print(await launch_session(agents, "python"))
    except LookupError as exc:
        print("launch failed:", exc)


asyncio.run(main())
