"""Makes thumbnails for an image gallery."""
import asyncio
from typing import NamedTuple


class Thumb(NamedTuple):
    name: str
    width: int


async def shrink(name: str, width: int) -> Thumb:
    await asyncio.sleep(0.001)
    return Thumb(name, width)


def plan(names: list[str], width: int):
    return [shrink(name, width) for name in names]


async def gallery(names: list[str]) -> list[Thumb]:
    work = plan(names, 160)
    work += plan(names, 320)
    return await asyncio.gather(work)  # BUG


async def slideshow(names: list[str]) -> list[Thumb]:
    work = plan(names, 800)
    work += plan(names, 1600)
    return await asyncio.gather(*work)


async def cover(name: str) -> Thumb:
    small, large = await asyncio.gather(shrink(name, 64), shrink(name, 256))
    return max(small, large, key=lambda thumb: thumb.width)
