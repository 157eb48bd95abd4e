"""Daemon which stops on a signal."""
import asyncio
import signal


class Daemon:
    def __init__(self):
        self.stopping = asyncio.Event()
        self.log = []

    async def shutdown(self):
        self.log.append("shutdown")
        await asyncio.sleep(0)
        self.stopping.set()

    def request_stop(self):
        self.log.append("stop requested")
        self.stopping.set()

    async def _wait(self, patience):
        try:
            await asyncio.wait_for(self.stopping.wait(), patience)
        except asyncio.TimeoutError:
            self.log.append("gave up")

    async def serve(self, patience):
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGUSR1, lambda: self.shutdown())  # BUG
        await self._wait(patience)
        loop.remove_signal_handler(signal.SIGUSR1)
        return self.log

    async def serve_until_stopped(self, patience):
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGUSR2, self.request_stop)
        loop.call_soon(self.log.append, "ready")
        await self._wait(patience)
        loop.remove_signal_handler(signal.SIGUSR2)
        await self.shutdown()
        return self.log
