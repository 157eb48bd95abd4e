"""Moderation filter for a forum."""
from collections.abc import Collection
import asyncio


class Blocklist:
    def __init__(self, words: Collection[str]) -> None:
        self._words = set(words)

    async def words(self) -> set[str]:
        await asyncio.sleep(0)
        return self._words

    def reserved(self) -> set[str]:
        return {"admin", "root"}


class Filter:
    def __init__(self, blocklist: Blocklist) -> None:
        self.blocklist = blocklist

    async def username_ok(self, name: str) -> bool:
        lowered = name.casefold()
        return lowered not in self.blocklist.reserved() and lowered not in self.blocklist.words()  # BUG

    async def post_ok(self, text: str) -> bool:
        blocked = await self.blocklist.words()
        return not any(word in blocked for word in text.casefold().split())

    async def title_ok(self, title: str) -> bool:
        return title not in self.blocklist.reserved() and title not in await self.blocklist.words()
