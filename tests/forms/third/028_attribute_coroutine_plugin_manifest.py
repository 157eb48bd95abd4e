"""Plugin host which reads manifests in the background."""
from __future__ import annotations

import asyncio


async def read_manifest(name: str) -> dict[str, str]:
    await asyncio.sleep(0)
    return {"name": name, "version": "1.4"}


class Plugin:
    def __init__(self, name: str) -> None:
        self.name = name
        self.manifest = read_manifest(name)  # ALSO

    def describe(self) -> str:
        return self.name + " " + self.manifest["version"]  # BUG


class LoadedPlugin:
    def __init__(self, name: str, manifest: dict[str, str]) -> None:
        self.name = name
        self.manifest = manifest

    @classmethod
    async def load(cls, name: str) -> LoadedPlugin:
        return cls(name, await read_manifest(name))

    def describe(self) -> str:
        return self.name + " " + self.manifest["version"]


async def list_plugins(names: list[str]) -> list[str]:
    return [(await LoadedPlugin.load(name)).describe() for name in names]
