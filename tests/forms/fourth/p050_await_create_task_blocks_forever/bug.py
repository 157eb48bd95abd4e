import asyncio


class OffTopicNames:
    def __init__(self):
        self.updater_task = None
        self.updates = 0

    async def update_names(self):
        while True:
            self.updates += 1
            await asyncio.sleep(0.01)

    async def on_ready(self):
        if self.updater_task is None:
            self.updater_task = await asyncio.create_task(self.update_names())  # BUG

    def stop(self):
        self.updater_task.cancel()


async def main():
    names = OffTopicNames()
    await asyncio.wait_for(names.on_ready(), timeout=0.5)
    await asyncio.sleep(0.05)
    names.stop()
    print("updated:", names.updates > 0)


asyncio.run(main())
