"""Imports records from the paginated partner API."""
from __future__ import annotations

import asyncio
import json
import urllib.request
from collections.abc import Iterator
from typing import Any

Record = dict[str, Any]


class Pages:
    """Iterates over the pages of a collection, one request per page."""

    def __init__(self, base_url: str, collection: str) -> None:
        self._url: str | None = f"{base_url}/{collection}?page=1"
        self._base_url = base_url

    def __iter__(self) -> Iterator[list[Record]]:
        return self

    def __next__(self) -> list[Record]:
        if self._url is None:
            raise StopIteration
        with urllib.request.urlopen(self._url, timeout=10) as response:
            document = json.load(response)
        following = document.get("next")
        self._url = f"{self._base_url}{following}" if following else None
        return document["items"]


class Importer:
    def __init__(self, base_url: str) -> None:
        self.base_url = base_url
        self.events: list[Record] = []
        self.users: list[Record] = []

    async def import_events(self) -> int:
        for page in Pages(self.base_url, "events"):  # BUG
            self.events.extend(page)
        return len(self.events)

    async def import_users(self) -> int:
        for page in await asyncio.to_thread(list, Pages(self.base_url, "users")):
            self.users.extend(page)
        return len(self.users)
