"""Jobs under a lease that a side task keeps renewing."""
import asyncio
from collections.abc import Awaitable, Callable


class Lease:
    def __init__(self, name: str, every: float = 0.01) -> None:
        self.name = name
        self.every = every
        self.renewals = 0

    async def renew_forever(self) -> None:
        while True:
            await asyncio.sleep(self.every)
            self.renewals += 1


async def run_leased(lease: Lease, job: Callable[[], Awaitable[str]]) -> str:
    async with asyncio.TaskGroup() as group:
        group.create_task(lease.renew_forever())  # ALSO
        return await job()  # BUG


async def try_leased(lease: Lease, job: Callable[[], Awaitable[str]]) -> str:
    async with asyncio.TaskGroup() as group:
        renewal = group.create_task(lease.renew_forever())
        try:
            return await job()
        finally:
            renewal.cancel()
