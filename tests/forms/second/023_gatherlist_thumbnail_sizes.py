import asyncio
from dataclasses import dataclass

SIZES = (64, 256, 1024)


@dataclass(frozen=True)
class Rendition:
    asset: str
    size: int
    kind: str


class RenderFarm:
    """Pretends to be the remote renderer; the real one speaks gRPC."""

    def __init__(self, slots=2):
        self._slots = asyncio.Semaphore(slots)

    async def render(self, asset, size, kind):
        async with self._slots:
            await asyncio.sleep(0.001)
        return Rendition(asset, size, kind)


async def make_thumbnails(farm, asset):
    jobs = [farm.render(asset, size, "thumb") for size in SIZES]
    renditions = await asyncio.gather(jobs)  # BUG
    return {item.size: item for item in renditions}


async def make_posters(farm, asset):
    jobs = [farm.render(asset, size, "poster") for size in SIZES]
    renditions = await asyncio.gather(*jobs)
    return {item.size: item for item in renditions}
