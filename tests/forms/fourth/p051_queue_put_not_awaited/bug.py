import asyncio


class Executer:
    def __init__(self):
        self._request_queue = asyncio.Queue()

    async def run(self):
        while True:
            event = await self._request_queue.get()
            event.set()

    async def execute(self):
        event = asyncio.Event()
        self._request_queue.put(event)  # BUG
        await event.wait()
        return "executed"


async def main():
    executer = Executer()
    runner = asyncio.create_task(executer.run())
    print(await asyncio.wait_for(executer.execute(), 0.5))
    runner.cancel()
    await asyncio.wait({runner})


asyncio.run(main())
