"""What the tests call."""

import asyncio


async def save(record=None):
    return record


async def double(number):
    await asyncio.sleep(0)
    return 2 * number


async def refresh():
    await asyncio.sleep(3600)


def start_refresh():
    return asyncio.create_task(refresh())


async def fail():
    raise ValueError("nobody looks")


class Keeper:
    """Keeps a value in a reference cycle."""

    def __init__(self, value):
        self.value, self.me = value, self


class Store:
    """Forgets to await what it calls when it is told to forget."""

    def __init__(self):
        self.records = []

    async def put(self, record):
        await asyncio.sleep(0)
        self.records.append(record)

    async def forget(self, record):
        self.put(record)
