"""Seen-URL store of a crawler."""
import asyncio
import sqlite3


class Seen:
    def __init__(self, path):
        self.path = path
        with sqlite3.connect(path) as db:
            db.execute("create table if not exists seen (url text primary key)")
        db.close()

    def add(self, url):
        with sqlite3.connect(self.path) as db:
            db.execute("insert or ignore into seen values (?)", (url,))
        db.close()

    def __contains__(self, url):
        db = sqlite3.connect(self.path)  # ALSO
        try:
            return db.execute("select 1 from seen where url = ?", (url,)).fetchone() is not None  # ALSO
        finally:
            db.close()


async def enqueue(seen, frontier, url):
    if url in seen:  # BUG
        return False
    await frontier.put(url)
    return True


async def enqueue_checked(seen, frontier, url):
    if await asyncio.to_thread(seen.__contains__, url):
        return False
    await frontier.put(url)
    return True


async def mark(seen, url):
    await asyncio.to_thread(seen.add, url)
