"""Loyalty points; changes to one account must not overlap."""
import asyncio
import functools
import threading


def synchronized(method):
    @functools.wraps(method)
    def wrapper(self, *args):
        with self.mutex:
            return method(self, *args)  # ALSO
    return wrapper


def serialized(method):
    @functools.wraps(method)
    async def wrapper(self, *args):
        async with self.turn:
            return await method(self, *args)
    return wrapper


class LoyaltyAccount:
    def __init__(self, points=0):
        self.mutex = threading.Lock()
        self.turn = asyncio.Lock()
        self._points = points

    async def _read(self):
        await asyncio.sleep(0)
        return self._points

    async def _write(self, points):
        await asyncio.sleep(0)
        self._points = points

    @synchronized  # BUG
    async def earn(self, points):  # ALSO
        await self._write(await self._read() + points)  # ALSO

    @serialized
    async def spend(self, points):
        await self._write(await self._read() - points)

    async def total(self):
        return await self._read()
