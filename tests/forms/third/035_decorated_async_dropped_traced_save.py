"""Order handling with a tracing decorator."""
import asyncio
import functools
from typing import Any, Awaitable, Callable, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
TRACE: list[str] = []


def traced(label: str) -> Callable[[Callable[P, Awaitable[R]]], Callable[P, Awaitable[R]]]:
    def decorate(func: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
        @functools.wraps(func)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> Awaitable[R]:
            TRACE.append(label)
            return func(*args, **kwargs)
        return wrapper
    return decorate


@traced("save")
async def save_order(db: dict[int, Any], number: int, order: Any) -> int:
    await asyncio.sleep(0)
    db[number] = order
    return number


async def place(db: dict[int, Any], order: Any) -> int:
    number = len(db) + 1
    save_order(db, number, order)  # BUG
    return number


async def replace(db: dict[int, Any], number: int, order: Any) -> int:
    db.pop(number, None)
    await save_order(db, number, order)
    return number


async def duplicate(db: dict[int, Any], number: int) -> int:
    return await save_order(db, number + 1, db[number])
