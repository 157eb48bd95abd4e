"""Pipelined key-value client: each command gives back an awaitable reply."""
from __future__ import annotations

import asyncio
from collections.abc import Generator
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Reply(Generic[T]):
    def __init__(self, value: T) -> None:
        self._value = value

    def __await__(self) -> Generator[Any, None, T]:
        yield from asyncio.sleep(0).__await__()
        return self._value


class KeyValueClient:
    def __init__(self) -> None:
        self._data: dict[str, str] = {}

    def exists(self, key: str) -> Reply[bool]:
        return Reply(key in self._data)

    def put(self, key: str, value: str) -> Reply[None]:
        self._data[key] = value
        return Reply(None)


class AvatarHints:
    def __init__(self, client: KeyValueClient) -> None:
        self.client = client

    async def avatar_header(self, user: str) -> str:
        if self.client.exists(f"avatar:{user}"):  # BUG
            return "X-Cache: hit"
        return "X-Cache: miss"

    async def banner_header(self, user: str) -> str:
        if await self.client.exists(f"banner:{user}"):
            return "X-Cache: hit"
        return "X-Cache: miss"
