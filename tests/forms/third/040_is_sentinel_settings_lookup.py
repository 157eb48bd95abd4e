"""Layered settings: the first layer which knows a key wins."""
import asyncio
from typing import Any, Final

MISSING: Final = object()


class Layer:
    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values

    async def lookup(self, key: str) -> Any:
        await asyncio.sleep(0)
        return self._values.get(key, MISSING)

    def cached(self, key: str) -> Any:
        return self._values.get(key, MISSING)


class Settings:
    def __init__(self, *layers: Layer) -> None:
        self.layers = layers

    async def has(self, key: str) -> bool:
        for layer in self.layers:
            if layer.lookup(key) is not MISSING:  # BUG
                return True
        return False

    async def get(self, key: str, default: Any = None) -> Any:
        for layer in self.layers:
            if (value := await layer.lookup(key)) is not MISSING:
                return value
        return default

    async def is_local(self, key: str) -> bool:
        await asyncio.sleep(0)
        return self.layers[0].cached(key) is not MISSING
