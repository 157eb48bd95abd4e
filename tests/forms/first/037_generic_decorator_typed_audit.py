"""Audit trail for the back office actions."""
import asyncio
import functools
from collections.abc import Awaitable, Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

TRAIL: list[str] = []


def audited(func: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
    @functools.wraps(func)
    async def wrapper(*args: P.args, **kwargs: P.kwargs) -> T:
        TRAIL.append(func.__name__)
        return await func(*args, **kwargs)

    return wrapper


@audited
async def refund_amount(order_id: int) -> int:
    await asyncio.sleep(0)
    return order_id * 100


@audited
async def voucher_amount(order_id: int) -> int:
    await asyncio.sleep(0)
    return order_id * 50


async def refund_text(order_id: int) -> str:
    amount = refund_amount(order_id)  # BUG
    return "Refund: %.2f EUR" % (amount / 100)  # ALSO


async def voucher_text(order_id: int) -> str:
    amount = await voucher_amount(order_id)
    return "Voucher: %.2f EUR" % (amount / 100)
