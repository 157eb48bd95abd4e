"""Orders, and a queue that works them off."""

from orders.models import Order, State
from orders.worker import Worker

__all__ = ["Order", "State", "Worker"]
