"""Thumbnail rendering, several pictures side by side."""
from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence


class RenderError(Exception):
    pass


async def render(picture: str) -> str:
    await asyncio.sleep(0.02)
    if picture.endswith(".broken"):
        raise RenderError(picture)
    return picture.replace(".jpg", ".thumb.jpg")


async def stream_thumbnails(pictures: Sequence[str]) -> AsyncIterator[str]:
    async with asyncio.TaskGroup() as group:  # ALSO
        tasks = [group.create_task(render(p)) for p in pictures]
        for task in tasks:
            yield await task  # BUG


async def batch_thumbnails(pictures: Sequence[str]) -> AsyncIterator[str]:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(render(p)) for p in pictures]
    for task in tasks:
        yield task.result()
