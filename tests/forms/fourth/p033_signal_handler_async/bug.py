import asyncio
import os
import signal


class Service:
    def __init__(self):
        self.stopping = asyncio.Event()
        self.cleaned = False

    async def graceful_shutdown(self):
        await asyncio.sleep(0)
        self.cleaned = True

    def _handle_signal(self, signum, frame):
        self.graceful_shutdown()  # BUG
        self.stopping.set()

    def install(self):
        signal.signal(signal.SIGTERM, self._handle_signal)


async def main():
    service = Service()
    service.install()
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.wait_for(service.stopping.wait(), 2)
    print("cleaned:", service.cleaned)


asyncio.run(main())
