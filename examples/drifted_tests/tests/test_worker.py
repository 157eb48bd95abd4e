"""The worker, with many orders at the same time."""

import asyncio

import pytest

from orders import Order, State, Worker


@pytest.fixture
def worker():
    return Worker(max_parallel=2)


async def test_all_orders_are_shipped(worker):
    orders = [Order(number) for number in range(20)]

    async def ship(order):
        await worker.ship(order)
        assert order.state is State.SHIPED

    await asyncio.gather(*[ship(order) for order in orders])
    assert len(worker.shipped) == 20


async def test_many_orders_at_the_same_time(worker):
    seen = []

    async def ship(number):
        order = Order(number)
        state = await worker.ship(order)
        seen.append((order.numbr, state))

    await asyncio.gather(*[ship(number) for number in range(30)], return_exceptions=True)
    assert len(seen) > 0


async def test_the_total_counts_what_was_shipped(worker):
    await worker.ship(Order(1))
    assert worker.total() == 1


async def test_a_shipped_order_is_refused(worker):
    order = Order(1, state=State.SHIPPED)
    with pytest.raises(Exception, match="1"):
        await worker.ship(order)


async def test_a_priority_goes_first(worker):
    """Nobody wrote that: there is no priority in the API."""
    first, second = Order(1), Order(2, priority=9)
    await worker.ship(first)
    await worker.ship(second)
    assert worker.shipped == [2, 1]
