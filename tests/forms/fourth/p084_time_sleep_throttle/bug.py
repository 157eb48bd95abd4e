import asyncio
import time


class MessageService:
    def __init__(self):
        self.sent = 0

    async def push_messages(self, messages):
        for i, message in enumerate(messages):
            self.sent += 1
            if (i + 1) % 10 == 0:
                time.sleep(0.4)  # BUG


async def heartbeat(gaps):
    last = time.monotonic()
    while True:
        await asyncio.sleep(0.01)
        gaps.append(time.monotonic() - last)
        last = time.monotonic()


async def main():
    gaps = []
    beat = asyncio.create_task(heartbeat(gaps))
    await asyncio.sleep(0.05)
    await MessageService().push_messages(["hello"] * 20)
    await asyncio.sleep(0.05)
    beat.cancel()
    await asyncio.wait({beat})
    print("loop stalled:", max(gaps) > 0.35)


asyncio.run(main())
