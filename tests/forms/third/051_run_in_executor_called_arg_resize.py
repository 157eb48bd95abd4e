"""Resizes uploaded pictures outside the event loop."""
import asyncio
import time


def resize(pixels, width):
    time.sleep(0.1)
    return pixels[:width]


def crop(pixels, width):
    time.sleep(0.1)
    return pixels[-width:]


class Studio:
    def __init__(self, executor=None):
        self.executor = executor

    async def resized(self, pixels, width):
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.executor, resize(pixels, width))  # BUG

    async def cropped(self, pixels, width):
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.executor, crop, pixels, width)

    async def cropped_twice(self, pixels, width):
        loop = asyncio.get_running_loop()
        once = await loop.run_in_executor(self.executor, crop, pixels, 2 * width)
        return await loop.run_in_executor(self.executor, lambda: crop(once, width))
