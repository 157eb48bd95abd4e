"""Awaitables, recognised by their types: a mock answers any attribute, and `__class__` can be replaced."""

import asyncio
import inspect
from collections.abc import Coroutine
from types import AsyncGeneratorType, CoroutineType, GeneratorType
from typing import Any


def is_awaitable(value: object) -> bool:
    """`True` if `await value` is possible."""
    if type(value) is GeneratorType:
        return bool(value.gi_code.co_flags & inspect.CO_ITERABLE_COROUTINE)
    return hasattr(type(value), "__await__")


def is_coroutine(value: object) -> bool:
    """`True` for a coroutine of an `async def`, and for other objects with the methods of one."""
    if type(value) is GeneratorType:
        return is_awaitable(value)
    return issubclass(type(value), Coroutine)


def discard(value: Any) -> None:
    """Closes a coroutine that has not started; Python does not warn about it then."""
    if type(value) is CoroutineType:
        is_new = inspect.getcoroutinestate(value) == inspect.CORO_CREATED
    elif type(value) is GeneratorType:
        is_new = inspect.getgeneratorstate(value) == inspect.GEN_CREATED
    else:
        is_new = is_coroutine(value)
    if is_new:
        value.close()


def name_of(value: object) -> str:
    """The name of a coroutine, function or class, or else of the class of an object."""
    name = getattr(value, "__qualname__", None)
    return name if isinstance(name, str) else type(value).__qualname__


def check_awaitable(value: object, function: str) -> None:
    """Refuses what the functions of `loopmend.aio` cannot run.

    Raises:
        TypeError: for a future, and for an object that cannot be awaited.
    """
    name = name_of(value)
    if asyncio.isfuture(value):
        raise TypeError(f"{function}() needs a coroutine, and a {name} belongs to its own event loop: await it there")
    if is_awaitable(value):
        return
    if type(value) is AsyncGeneratorType:
        raise TypeError(f"{function}() needs a coroutine, and `{name}` is an asynchronous generator: use `async for`")
    if inspect.isroutine(value):
        raise TypeError(f"{function}() needs a coroutine, and `{name}` was not called: pass `{name}(...)`")
    raise TypeError(f"{function}() needs a coroutine or another awaitable, not {name}")
