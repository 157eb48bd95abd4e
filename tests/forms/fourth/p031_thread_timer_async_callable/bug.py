import asyncio
from threading import Timer


class TypingIndicator:
    def __init__(self, send, interval):
        self._send = send
        self._interval = interval
        self._timer = None

    async def _on_timer(self):
        await self._send("typing")

    def start(self):
        self._timer = Timer(self._interval, self._on_timer)  # BUG
        self._timer.start()

    def stop(self):
        self._timer.cancel()


async def main():
    sent = []

    async def send(activity):
        sent.append(activity)

    indicator = TypingIndicator(send, 0.05)
    indicator.start()
    await asyncio.sleep(0.2)
    indicator.stop()
    print(sent)


asyncio.run(main())
