"""Looks up rows through a shared cursor."""
import asyncio
from contextlib import aclosing


class Cursor:
    def __init__(self, rows):
        self._rows = rows
        self._lock = asyncio.Lock()

    @property
    def busy(self):
        return self._lock.locked()

    async def rows(self):
        async with self._lock:
            for row in self._rows:
                await asyncio.sleep(0)
                yield row


async def first_match(cursor, wanted):
    scan = cursor.rows()
    async for row in scan:  # BUG
        if row == wanted:
            break
    else:
        return "missing", cursor.busy
    return row, cursor.busy


async def first_prefix(cursor, prefix):
    async with aclosing(cursor.rows()) as scan:
        async for row in scan:
            if row.startswith(prefix):
                break
        else:
            row = None
    return row, cursor.busy


async def count(cursor):
    return sum([1 async for _ in cursor.rows()])
