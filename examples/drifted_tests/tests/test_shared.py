"""Tests that share a worker. The settings of the plugin changed after these were written."""

import pytest

from orders import Order, Worker


@pytest.fixture(scope="module")
async def worker():
    worker = Worker(max_parallel=1)
    await worker.ship(Order(1))
    return worker


async def test_the_first_order_is_shipped(worker):
    assert worker.shipped == [1]


async def test_another_order_is_shipped(worker):
    await worker.ship(Order(2))
    assert worker.shipped == [1, 2]
