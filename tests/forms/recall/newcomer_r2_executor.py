"""Missed: an async function in an executor, whose result is awaited and returned, or used as what it would give."""
import asyncio
from typing import Any


async def load(path: str) -> dict: ...


async def a(path: str) -> Any:
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, load, path)  # BUG


async def b(path: str):
    loop = asyncio.get_running_loop()
    data = await loop.run_in_executor(None, load, path)  # BUG
    return data["a"]  # ALSO


async def c(path: str):
    loop = asyncio.get_event_loop()
    await loop.run_in_executor(None, load(path))  # BUG


async def d(path: str):
    return await asyncio.to_thread(load, path)  # BUG


def plain(path: str) -> int: ...


async def e(path: str):
    loop = asyncio.get_running_loop()
    loop.run_in_executor(None, plain, path)  # the future is dropped  # UNDECIDABLE: fire and forget in a pool is a form people mean; whether the result is wanted is not said


async def f(path: str):
    loop = asyncio.get_running_loop()
    data = loop.run_in_executor(None, plain, path)  # not awaited  # BUG
    return data + 1  # ALSO


async def g(path: str):
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, plain(path))  # called, not given  # BUG
