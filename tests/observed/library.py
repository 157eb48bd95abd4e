"""What the tests call."""

import asyncio


async def save(record=None):
    return record


async def refresh():
    await asyncio.sleep(3600)


def start_refresh():
    return asyncio.create_task(refresh())


def notify(sender):
    sender.send("hello")


class Keeper:
    """Keeps a value in a reference cycle."""

    def __init__(self, value):
        self.value, self.me = value, self
