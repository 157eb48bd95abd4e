"""Small LRU map that tells its owner what fell out."""
from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class LruMap:
    capacity: int
    on_evict: Callable[[str, bytes], None]
    _items: OrderedDict[str, bytes] = field(default_factory=OrderedDict)

    def put(self, key: str, value: bytes) -> None:
        self._items[key] = value
        self._items.move_to_end(key)
        while len(self._items) > self.capacity:
            self.on_evict(*self._items.popitem(last=False))


class SpriteCache:
    def __init__(self, disk: dict[str, bytes]) -> None:
        self.disk = disk
        self.spill_queue: asyncio.Queue[tuple[str, bytes]] = asyncio.Queue()
        self.sprites = LruMap(2, on_evict=self._write_back)  # BUG
        self.sounds = LruMap(2, on_evict=self._enqueue)

    async def _write_back(self, key: str, value: bytes) -> None:
        await asyncio.sleep(0)
        self.disk[key] = value

    def _enqueue(self, key: str, value: bytes) -> None:
        self.spill_queue.put_nowait((key, value))

    async def spill(self) -> None:
        while not self.spill_queue.empty():
            await self._write_back(*self.spill_queue.get_nowait())
