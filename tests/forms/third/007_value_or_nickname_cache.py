"""Nicknames come from memory or, failing that, from the directory."""
from typing import Optional
import asyncio


class Directory:
    async def nickname(self, uid: int) -> str:
        await asyncio.sleep(0.001)
        return f"user{uid}"


class Nicknames:
    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self._known: dict[int, str] = {}

    def peek(self, uid: int) -> Optional[str]:
        return self._known.get(uid)

    async def mention(self, uid: int) -> str:
        name = self.peek(uid) or self.directory.nickname(uid)  # BUG
        self._known[uid] = name
        return "@" + name  # ALSO

    async def signature(self, uid: int) -> str:
        name = self.peek(uid) or await self.directory.nickname(uid)
        self._known[uid] = name
        return "-- " + name


async def both(uid: int) -> list[str]:
    names = Nicknames(Directory())
    return [await names.signature(uid), await names.signature(uid + 1)]
