import asyncio


class TaskManager:
    def __init__(self):
        self._pending = {}

    async def _run(self, name):
        try:
            await asyncio.sleep(3600)
        finally:
            self._pending.pop(name, None)

    def spawn(self, name):
        self._pending[name] = asyncio.create_task(self._run(name))

    async def shutdown(self):
        tasks = list(self._pending.values())
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        return len(self._pending)


async def main():
    manager = TaskManager()
    for name in ("a", "b", "c"):
        manager.spawn(name)
    await asyncio.sleep(0)
    print("left after shutdown:", await manager.shutdown())


asyncio.run(main())
