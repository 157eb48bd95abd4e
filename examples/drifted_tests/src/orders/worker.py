"""Works orders off, several at a time."""

import asyncio

from orders.models import Order, Refused, State


class Worker:
    """Ships orders, at most some of them at the same time."""

    def __init__(self, max_parallel: int = 4) -> None:
        self.max_parallel = max_parallel
        self.shipped: list[int] = []
        self._slots = asyncio.Semaphore(max_parallel)

    async def ship(self, order: Order) -> State:
        """Ships an order, and says how far it is then."""
        if not order.is_open:
            raise Refused(order.number)
        async with self._slots:
            await asyncio.sleep(0)
            order.state = State.SHIPPED
            self.shipped.append(order.number)
        return order.state

    async def total(self) -> int:
        """The number of orders that were shipped."""
        await asyncio.sleep(0)
        return len(self.shipped)
