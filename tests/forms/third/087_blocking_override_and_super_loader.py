"""Loaders of a game's assets."""
from __future__ import annotations

import asyncio
import time


class Loader:
    def __init__(self, assets: dict[str, bytes]) -> None:
        self.assets = assets

    def read(self, name: str) -> bytes:
        return self.assets[name]

    async def load(self, name: str) -> int:
        await asyncio.sleep(0)
        return len(self.read(name))  # BUG


class DiscLoader(Loader):
    seek = 0.06

    def read(self, name: str) -> bytes:
        time.sleep(self.seek)  # ALSO
        return super().read(name)


class PackedLoader(Loader):
    def read(self, name: str) -> bytes:
        return super().read(name).rstrip(b"\0")


class ThreadedDiscLoader(DiscLoader):
    async def load(self, name: str) -> int:
        return len(await asyncio.to_thread(super().read, name))


async def preload(loader: Loader, names: list[str]) -> int:
    return sum([await loader.load(name) for name in names])
