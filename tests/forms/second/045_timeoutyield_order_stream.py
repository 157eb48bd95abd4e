import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Order:
    number: int
    side: str


class OrderFeed:
    """Reads orders off the session queue until the venue says goodbye."""

    def __init__(self, queue: asyncio.Queue[Order | None], patience: float = 5.0) -> None:
        self._queue = queue
        self.patience = patience

    async def orders(self) -> AsyncIterator[Order]:
        async with asyncio.timeout(self.patience):  # ALSO
            while (order := await self._queue.get()) is not None:
                yield order  # BUG

    async def sells(self) -> AsyncIterator[Order]:
        while True:
            async with asyncio.timeout(self.patience):
                order = await self._queue.get()
            if order is None:
                return
            if order.side == "sell":
                yield order
