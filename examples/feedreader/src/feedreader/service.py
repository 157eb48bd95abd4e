"""The service: polls all feeds, keeps and shows what is new."""

import asyncio

from .client import FeedClient, FetchError
from .model import Feed
from .notify import Notifier, log
from .store import Store


class Reader:
    """Polls feeds until it is stopped."""

    def __init__(self, client: FeedClient, store: Store, notifier: Notifier, interval: float = 600.0) -> None:
        self.client = client
        self.store = store
        self.notifier = notifier
        self.interval = interval
        self.pollers: set[asyncio.Task[None]] = set()

    async def refresh(self, url: str) -> Feed:
        """Reads one feed; the entries that were known are left out."""
        feed = await self.client.fetch(url)
        feed.entries = [entry for entry in feed.entries if self.store.is_new(feed, entry)]
        self.store.add(feed)
        await self.notifier.show_all(feed.entries)
        return feed

    async def poll(self, url: str) -> None:
        """Reads one feed again and again."""
        while True:
            try:
                await self.refresh(url)
            except FetchError:
                log.exception("%s cannot be read", url)
            await asyncio.sleep(self.interval)

    def start(self, urls: list[str]) -> None:
        """Polls feeds in the background."""
        for url in urls:
            poller = asyncio.create_task(self.poll(url))
            self.pollers.add(poller)
            poller.add_done_callback(self.pollers.discard)
        asyncio.create_task(self.save_often())

    async def save_often(self) -> None:
        """Saves once a minute what is known."""
        while self.pollers:
            await self.store.save()
            await asyncio.sleep(60)

    async def stop(self) -> None:
        """Stops polling and closes the connection."""
        for poller in self.pollers:
            poller.cancel()
        await asyncio.gather(*self.pollers, return_exceptions=True)
        self.client.close()
