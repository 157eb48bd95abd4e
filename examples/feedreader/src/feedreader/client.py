"""Reads feeds from the network."""

import asyncio

from .model import Feed
from .transport import Transport


class FetchError(Exception):
    """The feed could not be read."""


class FeedClient(Transport):
    """A transport that knows feeds and does not give up at once."""

    attempts = 3

    async def fetch(self, url: str) -> Feed:
        """Reads a feed."""
        for attempt in range(self.attempts):
            self.throttle()
            try:
                status, text = await self.get(url)
            except OSError:
                await self.back_off(attempt)
                continue
            if status == 200:
                return Feed.parse(url, text)
            await self.back_off(attempt)
        raise FetchError(url)

    async def back_off(self, attempt: int) -> None:
        """Waits longer after every failure."""
        asyncio.sleep(self.delay * 2**attempt)
