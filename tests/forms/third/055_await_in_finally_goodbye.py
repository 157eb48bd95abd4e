"""Chat client with a polite goodbye."""
import asyncio


class Connection:
    def __init__(self, answers=True):
        self.answers = answers
        self.closed = False
        self._ack = asyncio.Event()

    async def request_close(self):
        if self.answers:
            self._ack.set()
        await self._ack.wait()

    def abort(self):
        self.closed = True


async def listen(connection):
    try:
        await asyncio.sleep(3600)
    finally:
        await connection.request_close()  # BUG
        connection.abort()


async def listen_bounded(connection):
    try:
        await asyncio.sleep(3600)
    finally:
        try:
            await asyncio.wait_for(connection.request_close(), 0.05)
        except asyncio.TimeoutError:
            pass
        finally:
            connection.abort()


async def stop(task):
    task.cancel()
    await asyncio.wait([task])
    return task.cancelled()
