import asyncio


class LogReader:
    def __init__(self):
        self.connection_open = False
        self._task = None

    async def _read(self):
        self.connection_open = True
        try:
            await asyncio.sleep(3600)
        finally:
            await asyncio.sleep(0)
            self.connection_open = False

    async def start(self):
        self._task = asyncio.create_task(self._read())
        await asyncio.sleep(0)

    async def stop(self):
        self._task.cancel()  # BUG
        if self.connection_open:
            raise RuntimeError("connection still open after stop")


async def main():
    reader = LogReader()
    await reader.start()
    await reader.stop()
    print("closed cleanly")


asyncio.run(main())
