import asyncio
import time
from enum import Enum, auto


class Status(Enum):
    QUEUED = auto()
    COMMITTED = auto()


class Transaction:
    def __init__(self, polls_needed):
        self.polls_needed = polls_needed

    async def status(self):
        self.polls_needed -= 1
        return Status.COMMITTED if self.polls_needed <= 0 else Status.QUEUED

    async def await_committed(self, attempts=10, interval=0.05):
        for _ in range(attempts):
            if await self.status() is Status.COMMITTED:
                return True
            await asyncio.sleep(interval)
        raise TimeoutError("transaction not committed")


async def main():
    start = time.monotonic()
    await asyncio.gather(*(Transaction(5).await_committed() for _ in range(4)))
    print("ran one after the other:", time.monotonic() - start > 0.6)


asyncio.run(main())
