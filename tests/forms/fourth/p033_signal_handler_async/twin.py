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

    def install(self):
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTERM, self.stopping.set)


async def main():
    service = Service()
    service.install()
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.wait_for(service.stopping.wait(), 2)
    await service.graceful_shutdown()
    print("cleaned:", service.cleaned)


asyncio.run(main())
