"""Serial numbers for a labelling machine."""
import asyncio
import threading
from functools import wraps

_guard = threading.Lock()


def synchronized(func):
    @wraps(func)
    def inner(*args):
        with _guard:
            return func(*args)  # ALSO
    return inner


def serialized(func):
    lock = asyncio.Lock()

    @wraps(func)
    async def inner(*args):
        async with lock:
            return await func(*args)
    return inner


class Machine:
    def __init__(self):
        self.serial = 0
        self.batch = 0

    @synchronized  # BUG
    async def next_serial(self):
        current = self.serial
        await asyncio.sleep(0.001)
        self.serial = current + 1  # ALSO
        return self.serial

    @serialized
    async def next_batch(self):
        current = self.batch
        await asyncio.sleep(0.001)
        self.batch = current + 1
        return self.batch
