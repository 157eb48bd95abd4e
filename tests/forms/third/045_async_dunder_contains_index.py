"""Search index of a documentation site."""
from __future__ import annotations

import asyncio


class RemoteIndex:
    def __init__(self, pages: dict[str, str]) -> None:
        self._pages = pages

    async def _fetch(self, slug: str) -> str | None:
        await asyncio.sleep(0)
        return self._pages.get(slug)

    async def __contains__(self, slug: str) -> bool:  # BUG
        return await self._fetch(slug) is not None

    async def has(self, slug: str) -> bool:
        return await self._fetch(slug) is not None

    async def __aenter__(self) -> RemoteIndex:
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, *exc: object) -> None:
        await asyncio.sleep(0)

    def __len__(self) -> int:
        return len(self._pages)


async def broken_links(index: RemoteIndex, slugs: list[str]) -> list[str]:
    return [slug for slug in slugs if slug not in index]  # ALSO


async def good_links(pages: dict[str, str], slugs: list[str]) -> list[str]:
    async with RemoteIndex(pages) as index:
        return [slug for slug in slugs if len(index) and await index.has(slug)]
