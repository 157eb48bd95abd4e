"""Counts hits that come in on an event loop."""

import asyncio

from counters.counter import Buffer, HitCounter


class Service:
    """Takes hits, and keeps the last ones."""

    def __init__(self, buffer: Buffer) -> None:
        self.counter = HitCounter()
        self.buffer = buffer

    async def take(self, name: str, item: int) -> None:
        """Takes one hit."""
        await asyncio.sleep(0)
        self.buffer.store(item)
        self.counter.hit(name)

    async def take_all(self, name: str, items: list[int]) -> list[BaseException]:
        """Takes hits beside each other, and returns what went wrong."""
        takes = (self.take(name, item) for item in items)
        results = await asyncio.gather(*takes, return_exceptions=True)
        return [result for result in results if isinstance(result, BaseException)]
