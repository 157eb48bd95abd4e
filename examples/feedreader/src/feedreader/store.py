"""Where entries are kept."""

from __future__ import annotations

import asyncio
import json
from abc import ABC, abstractmethod
from pathlib import Path

from .model import Entry, Feed


class Store(ABC):
    """Keeps the entries of feeds."""

    def __init__(self) -> None:
        self.known: dict[str, list[str]] = {}

    def is_new(self, feed: Feed, entry: Entry) -> bool:
        """Whether the entry was not kept before."""
        return entry.link not in self.known.get(feed.url, [])

    async def add(self, feed: Feed) -> None:
        """Keeps the entries of a feed."""
        self.known.setdefault(feed.url, []).extend(entry.link for entry in feed.entries)
        await self.save()

    async def forget(self, url: str) -> None:
        """Forgets a feed."""
        self.known.pop(url, None)
        await self.save()

    @abstractmethod
    async def save(self) -> None:
        """Writes what is known."""


class MemoryStore(Store):
    """Forgets everything at the end."""

    async def save(self) -> None:
        pass


class JsonStore(Store):
    """Keeps everything in one file."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path

    async def save(self) -> None:
        await asyncio.to_thread(self.path.write_text, json.dumps(self.known))
