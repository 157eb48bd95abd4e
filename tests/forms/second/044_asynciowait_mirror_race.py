"""Pick the mirror or index that answers first."""
import asyncio
from collections.abc import Iterable


class Host:
    def __init__(self, name: str, latency: float) -> None:
        self.name = name
        self.latency = latency

    async def ping(self) -> str:
        await asyncio.sleep(self.latency)
        return self.name


async def _discard(tasks: Iterable[asyncio.Future[str]]) -> None:
    tasks = list(tasks)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def fastest_mirror(hosts: list[Host]) -> str:
    done, pending = await asyncio.wait(
        [host.ping() for host in hosts],  # BUG
        return_when=asyncio.FIRST_COMPLETED,
    )
    await _discard(pending)
    return done.pop().result()


async def fastest_index(hosts: list[Host]) -> str:
    pings = [asyncio.create_task(host.ping()) for host in hosts]
    try:
        done, _ = await asyncio.wait(pings, return_when=asyncio.FIRST_COMPLETED)
        return done.pop().result()
    finally:
        await _discard(pings)
