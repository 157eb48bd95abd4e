"""What is ordered, and how far it is."""

from dataclasses import dataclass, field
from enum import Enum


class State(Enum):
    """How far an order is."""

    OPENED = "opened"
    SHIPPED = "shipped"
    CANCELLED = "cancelled"


@dataclass
class Order:
    """An order of some items."""

    number: int
    items: list[str] = field(default_factory=list)
    state: State = State.OPENED
    max_attempts: int = 3

    @property
    def is_open(self) -> bool:
        """Whether it can be changed."""
        return self.state is State.OPENED


class Refused(Exception):
    """Raised for an order that cannot be changed."""
