"""Command registry of a chat bot, with callable command objects."""
import asyncio


class Command:
    registry = {}

    def __init__(self, func, name):
        self.func = func
        self.name = name
        self.calls = 0
        self.registry[name] = self

    def __call__(self, *args):
        self.calls += 1
        return self.func(*args)


def command(name):
    return lambda func: Command(func, name)


@command("kick")
async def kick(room, user):
    await asyncio.sleep(0)
    room.discard(user)
    return f"kicked {user}"


@command("invite")
async def invite(room, user):
    await asyncio.sleep(0)
    room.add(user)
    return f"invited {user}"


async def on_abuse(room, user):
    kick(room, user)  # BUG
    return sorted(room)


async def on_join_request(room, user):
    await invite(room, user)
    return sorted(room)
