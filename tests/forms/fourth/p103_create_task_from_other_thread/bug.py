import asyncio
import threading
import time


class Messenger:
    def __init__(self, loop):
        self.loop = loop
        self.delays = []

    async def _send(self, started):
        self.delays.append(time.monotonic() - started)

    def send_from_thread(self):
        time.sleep(0.1)
        self.loop.create_task(self._send(time.monotonic()))  # BUG


async def main():
    messenger = Messenger(asyncio.get_running_loop())
    thread = threading.Thread(target=messenger.send_from_thread)
    thread.start()
    await asyncio.sleep(1)
    await asyncio.sleep(0)
    await asyncio.to_thread(thread.join)
    print("sent late:", messenger.delays[0] > 0.5)


asyncio.run(main())
