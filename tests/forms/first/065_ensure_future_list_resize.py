"""Image variants for the product gallery."""
import asyncio

WIDTHS = (320, 640, 1280)


class VariantStore:
    def __init__(self):
        self.variants = {}

    async def put(self, image, width):
        await asyncio.sleep(0.005)
        self.variants[image, width] = f"{image}@{width}w"


async def create_variants(store, image):
    jobs = []
    for width in WIDTHS:
        jobs.append(asyncio.ensure_future(store.put(image, width)))  # BUG
    return len(jobs)


async def recreate_variants(store, image):
    jobs = []
    for width in reversed(WIDTHS):
        jobs.append(asyncio.ensure_future(store.put(image, width)))
    await asyncio.gather(*jobs)
    return len(jobs)
