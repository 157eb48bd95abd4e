"""Retries for the flaky acquirer API."""
import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class AcquirerBusy(Exception):
    pass


async def retrying(operation: Coroutine[Any, Any, T], attempts: int = 3) -> T:
    for attempt in range(1, attempts):
        try:
            return await operation  # BUG
        except AcquirerBusy:
            await asyncio.sleep(0.01 * attempt)
    return await operation  # ALSO


async def retrying_call(operation: Callable[[], Awaitable[T]], attempts: int = 3) -> T:
    for attempt in range(1, attempts):
        try:
            return await operation()
        except AcquirerBusy:
            await asyncio.sleep(0.01 * attempt)
    return await operation()


class Acquirer:
    def __init__(self, busy_answers: int) -> None:
        self._busy = busy_answers

    async def refund(self, payment: str) -> str:
        await asyncio.sleep(0)
        if self._busy > 0:
            self._busy -= 1
            raise AcquirerBusy(payment)
        return f"refunded {payment}"


async def refund(acquirer: Acquirer, payment: str) -> str:
    return await retrying_call(lambda: acquirer.refund(payment))
