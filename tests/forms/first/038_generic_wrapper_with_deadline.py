import asyncio
from typing import Awaitable, TypeVar

R = TypeVar("R")


class Deadline:
    """Applies one request deadline to every backend call."""

    def __init__(self, seconds: float):
        self.seconds = seconds
        self.calls = 0

    def guard(self, work: Awaitable[R]) -> Awaitable[R]:
        self.calls += 1
        return asyncio.wait_for(work, self.seconds)


class Recommender:
    async def similar(self, sku: str) -> list[str]:
        await asyncio.sleep(0.001)
        return [sku + "-blue", sku + "-red"]


async def teaser(recommender: Recommender, sku: str) -> list[str]:
    deadline = Deadline(0.5)
    return deadline.guard(recommender.similar(sku))[:1]  # BUG


async def shelf(recommender: Recommender, sku: str) -> list[str]:
    deadline = Deadline(0.5)
    return (await deadline.guard(recommender.similar(sku)))[:4]
