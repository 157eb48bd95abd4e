"""Compress artefacts off the loop before they are stored."""
import asyncio
import bz2
import gzip
from dataclasses import dataclass, field


def pack_bz2(data: bytes, level: int) -> bytes:
    return bz2.compress(data, level)


def pack_gz(data: bytes, level: int) -> bytes:
    return gzip.compress(data, level)


@dataclass
class ArtifactStore:
    level: int = 6
    objects: dict[str, bytes] = field(default_factory=dict)

    async def save_log(self, name: str, text: str) -> int:
        loop = asyncio.get_running_loop()
        packed = await loop.run_in_executor(None, pack_bz2(text.encode(), self.level))  # BUG
        self.objects[f"{name}.log.bz2"] = packed
        return len(packed)

    async def save_bundle(self, name: str, data: bytes) -> int:
        loop = asyncio.get_running_loop()
        packed = await loop.run_in_executor(None, pack_gz, data, self.level)
        self.objects[f"{name}.tar.gz"] = packed
        return len(packed)
