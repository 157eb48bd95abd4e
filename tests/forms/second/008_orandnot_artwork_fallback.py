"""Cover art lookup with a fallback provider."""
from __future__ import annotations

import asyncio
from collections.abc import Mapping


class ArtProvider:
    def __init__(self, covers: Mapping[str, str]) -> None:
        self._covers = covers

    async def cover_url(self, album: str) -> str | None:
        await asyncio.sleep(0)
        return self._covers.get(album)

    async def artist_photo(self, artist: str) -> str | None:
        await asyncio.sleep(0)
        return self._covers.get(f"artist:{artist}")


class MediaLibrary:
    def __init__(self, primary: ArtProvider, secondary: ArtProvider) -> None:
        self.primary = primary
        self.secondary = secondary

    async def album_art(self, album: str) -> str | None:
        return await (self.primary.cover_url(album) or self.secondary.cover_url(album))  # BUG

    async def artist_art(self, artist: str) -> str | None:
        return (
            await self.primary.artist_photo(artist)
            or await self.secondary.artist_photo(artist)
        )
