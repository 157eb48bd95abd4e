"""Streams prices while a heartbeat keeps the connection alive."""
import asyncio
from contextlib import suppress


class Feed:
    def __init__(self, prices):
        self.prices = prices
        self.beats = 0

    async def _heartbeat(self):
        while True:
            await asyncio.sleep(0.01)
            self.beats += 1

    async def stream(self):
        async with asyncio.TaskGroup() as group:
            beat = group.create_task(self._heartbeat())
            for price in self.prices:
                await asyncio.sleep(0)
                yield price  # BUG
            beat.cancel()

    async def collect(self):
        found = []
        async with asyncio.TaskGroup() as group:
            beat = group.create_task(self._heartbeat())
            for price in self.prices:
                await asyncio.sleep(0)
                found.append(price)
            beat.cancel()
        return found


async def first_above(feed, limit):
    with suppress(asyncio.TimeoutError):
        async for price in feed.stream():  # ALSO
            if price > limit:
                return price


async def last(feed):
    return (await feed.collect())[-1]
