"""SDK with a blocking front for scripts."""
from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class TrackingSdk:
    def __init__(self, loop: asyncio.AbstractEventLoop, parcels: dict[str, str]) -> None:
        self._loop = loop
        self._parcels = parcels

    def _run(self, coro: Coroutine[Any, Any, T]) -> T:
        return self._loop.run_until_complete(coro)

    async def fetch_status(self, parcel: str) -> str:
        await asyncio.sleep(0.001)
        return self._parcels.get(parcel, "unknown")

    def status(self, parcel: str) -> str:
        """For scripts that have no running loop."""
        return self._run(self.fetch_status(parcel))


async def parcel_page(sdk: TrackingSdk, parcel: str) -> str:
    return f"<h1>{parcel}</h1><p>{sdk.status(parcel)}</p>"  # BUG


async def parcel_text(sdk: TrackingSdk, parcel: str) -> str:
    return f"{parcel}: {await sdk.fetch_status(parcel)}"
