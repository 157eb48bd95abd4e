"""A counter and a ring buffer behind locks: safe in threads."""

import threading
from collections import Counter, deque


class Full(Exception):
    """The buffer takes no more."""


class HitCounter:
    """Counts by name."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._lock = threading.Lock()

    def hit(self, name: str, count: int = 1) -> None:
        """Counts up."""
        with self._lock:
            self._counts[name] += count

    def total(self) -> int:
        """All hits."""
        with self._lock:
            return sum(self._counts.values())


class Buffer:
    """The last items, up to a number of them."""

    def __init__(self, size: int, *, is_strict: bool = False) -> None:
        self.size = size
        self.is_strict = is_strict
        self._items: deque[int] = deque(maxlen=size)
        self._lock = threading.Lock()

    def store(self, item: int) -> int:
        """Adds an item, and returns how many there are."""
        with self._lock:
            if self.is_strict and len(self._items) == self.size:
                raise Full(item)
            self._items.append(item)
            return len(self._items)

    def __len__(self) -> int:
        return len(self._items)
