"""Timing helper used around repository calls."""
import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Metrics:
    def __init__(self) -> None:
        self.samples: dict[str, list[float]] = {}

    def measured(self, name: str, call: Callable[[], T]) -> T:
        start = time.perf_counter()
        try:
            return call()
        finally:
            self.samples.setdefault(name, []).append(time.perf_counter() - start)


class InvoiceRepository:
    def __init__(self, rows: list[tuple[str, int]]) -> None:
        self._rows = rows
        self._index = dict(rows)

    async def open_invoices(self) -> list[tuple[str, int]]:
        await asyncio.sleep(0)
        return [row for row in self._rows if row[1] > 0]

    def cached_amount(self, number: str) -> int:
        return self._index[number]


async def overdue_total(metrics: Metrics, repo: InvoiceRepository) -> int:
    rows = metrics.measured("open", lambda: repo.open_invoices())  # BUG
    return sum(amount for _, amount in rows)  # ALSO


async def amount_of(metrics: Metrics, repo: InvoiceRepository, number: str) -> int:
    amount = metrics.measured("amount", lambda: repo.cached_amount(number))
    return amount
