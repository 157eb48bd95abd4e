import asyncio


class Poller:
    def __init__(self, source):
        self.source = source
        self.values = []
        self._task = None

    async def _poll(self):
        for raw in self.source:
            await asyncio.sleep(0.01)
            self.values.append(int(raw))

    def start(self):
        self._task = asyncio.ensure_future(self._poll())

    async def stop(self):
        self._task.cancel()  # BUG
        return self.values


async def main():
    poller = Poller(["1", "2", "oops", "4"])
    poller.start()
    await asyncio.sleep(0.1)
    try:
        print("values:", await poller.stop())
    except ValueError as exc:
        print("poller broke:", exc)


asyncio.run(main())
