"""Booking of operating slots; the calendar is optimistic."""
import asyncio
import functools
import time
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
DELAYS = (0.05, 0.1, 0.2)


class Conflict(Exception):
    pass


def with_backoff(func: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(func)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        for delay in DELAYS:
            try:
                return func(*args, **kwargs)
            except Conflict:
                time.sleep(delay)
        return func(*args, **kwargs)

    return wrapper


async def backing_off(operation: Callable[[], R]) -> R:
    for delay in DELAYS:
        try:
            return operation()
        except Conflict:
            await asyncio.sleep(delay)
    return operation()


def try_claim(calendar: dict[str, str], slot: str, surgeon: str) -> str:
    if calendar.setdefault(slot, surgeon) != surgeon:
        raise Conflict(slot)
    return slot


claim = with_backoff(try_claim)


async def book(calendar: dict[str, str], slot: str, surgeon: str) -> str:
    return claim(calendar, slot, surgeon)  # BUG


async def rebook(calendar: dict[str, str], slot: str, surgeon: str) -> str:
    return await backing_off(lambda: try_claim(calendar, slot, surgeon))
