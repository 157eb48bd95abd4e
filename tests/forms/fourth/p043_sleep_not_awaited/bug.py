import asyncio
import time


class LockError(Exception):
    pass


class Lock:
    def __init__(self, free_at):
        self.free_at = free_at

    async def do_acquire(self):
        return time.monotonic() >= self.free_at

    async def acquire(self, attempts=20, sleep=0.02):
        for attempt in range(attempts):
            if await self.do_acquire():
                return attempt
            asyncio.sleep(sleep)  # BUG
        raise LockError("could not acquire the lock")


async def main():
    lock = Lock(time.monotonic() + 0.1)
    try:
        await lock.acquire()
        print("acquired")
    except LockError as exc:
        print(exc)


asyncio.run(main())
