"""Orders by themselves. The API moved on after these were written."""

from orders import Order, State


def test_an_order_is_open_at_first():
    assert Order(1).state is State.OPEN


def test_retries_can_be_limited():
    order = Order(1, max_attempt=5)
    assert order.max_attempts == 5


def test_a_shipped_order_is_closed():
    order = Order(1, state=State.SHIPPED)
    assert not order.is_opened
