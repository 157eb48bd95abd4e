"""Greeting messages of a chat bot."""
import asyncio

WELCOME = "Hello {name}, you are member number {count} of {room}."
GOODBYE = "Bye {name}! Only {count} members left in {room}."


class Room:
    def __init__(self, title):
        self.title = title
        self._members = set()

    async def add(self, name):
        await asyncio.sleep(0)
        self._members.add(name)

    async def remove(self, name):
        await asyncio.sleep(0)
        self._members.discard(name)

    async def member_count(self):
        await asyncio.sleep(0)
        return len(self._members)


class Greeter:
    def __init__(self, room):
        self.room = room

    async def joined(self, name):
        await self.room.add(name)
        return WELCOME.format(name=name, count=self.room.member_count(), room=self.room.title)  # BUG

    async def left(self, name):
        await self.room.remove(name)
        return GOODBYE.format(name=name, count=await self.room.member_count(), room=self.room.title)
