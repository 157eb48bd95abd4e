import asyncio


class Heartbeat:
    def __init__(self):
        self.beats = 0

    async def ping(self):
        self.beats += 1
        await asyncio.sleep(0.02)
        if self.beats % 2:
            raise OSError("ping failed")

    async def run(self):
        while True:
            try:
                await self.ping()
            except OSError:
                await asyncio.sleep(0.01)


async def main():
    heartbeat = Heartbeat()
    task = asyncio.create_task(heartbeat.run())
    await asyncio.sleep(0.05)
    task.cancel()
    done, pending = await asyncio.wait({task}, timeout=0.5)
    print("stopped:", task in done, flush=True)


if __name__ == "__main__":
    asyncio.run(main())
