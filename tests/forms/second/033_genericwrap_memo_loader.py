import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memo(Generic[K, V]):
    """Remembers the last loaded value for each key."""

    def __init__(self, load: Callable[[K], V]) -> None:
        self._load = load
        self._values: dict[K, V] = {}

    def get(self, key: K) -> V:
        if key not in self._values:
            self._values[key] = self._load(key)
        return self._values[key]


class TileServer:
    async def elevation(self, tile: tuple[int, int]) -> int:
        await asyncio.sleep(0.001)
        return tile[0] * 100 + tile[1]

    def biome(self, tile: tuple[int, int]) -> str:
        return "forest" if sum(tile) % 2 else "plain"


class WorldMap:
    def __init__(self, server: TileServer) -> None:
        self._elevations = Memo(server.elevation)  # ALSO
        self._biomes = Memo(server.biome)

    async def slope(self, a: tuple[int, int], b: tuple[int, int]) -> int:
        return abs(self._elevations.get(a) - self._elevations.get(b))  # BUG

    async def is_border(self, a: tuple[int, int], b: tuple[int, int]) -> bool:
        return self._biomes.get(a) != self._biomes.get(b)
