"""Event hooks for the game server, wrapped to count the calls."""
import asyncio
import functools

CALLS = {}


def counted(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        CALLS[func.__name__] = CALLS.get(func.__name__, 0) + 1
        return func(*args, **kwargs)

    return wrapper


class Lobby:
    def __init__(self):
        self.players = []

    @counted
    async def save(self):
        await asyncio.sleep(0)
        return sorted(self.players)

    @counted
    async def notify(self, text):
        await asyncio.sleep(0)
        self.players = [f"{p} <{text}>" for p in self.players]

    async def enter(self, player):
        self.players.append(player)
        self.notify("joined")  # BUG
        return await self.save()

    async def wave(self, player):
        self.players.append(player)
        await self.notify("waved")
        return await self.save()
