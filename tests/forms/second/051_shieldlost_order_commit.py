"""Orders must be committed even if the client hangs up."""
import asyncio
from dataclasses import dataclass


@dataclass
class Order:
    number: int
    state: str = "new"


class OrderBook:
    def __init__(self, latency: float = 0.05) -> None:
        self.latency = latency
        self.committed: list[int] = []
        self.voided: list[int] = []
        self._running: set[asyncio.Task[None]] = set()

    async def _commit(self, order: Order) -> None:
        await asyncio.sleep(self.latency)
        order.state = "committed"
        self.committed.append(order.number)

    async def _void(self, order: Order) -> None:
        await asyncio.sleep(self.latency)
        order.state = "void"
        self.voided.append(order.number)

    async def commit(self, order: Order) -> str:
        await asyncio.shield(self._commit(order))  # BUG
        return order.state

    async def void(self, order: Order) -> str:
        task = asyncio.create_task(self._void(order))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        await asyncio.shield(task)
        return order.state

    async def aclose(self) -> None:
        if self._running:
            await asyncio.gather(*self._running)
