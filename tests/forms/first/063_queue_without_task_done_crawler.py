"""A small crawler with a fixed number of workers."""
from __future__ import annotations

import asyncio


class Crawler:
    def __init__(self, urls: list[str]) -> None:
        self.urls: asyncio.Queue[str] = asyncio.Queue()
        self.pages: dict[str, str] = {}
        for url in urls:
            self.urls.put_nowait(url)

    async def _fetch(self, url: str) -> str:
        await asyncio.sleep(0.001)
        return f"<html>{url}</html>"

    async def _page_worker(self) -> None:
        while True:
            url = await self.urls.get()  # BUG
            self.pages[url] = await self._fetch(url)

    async def _size_worker(self) -> None:
        while True:
            url = await self.urls.get()
            try:
                self.pages[url] = str(len(await self._fetch(url)))
            finally:
                self.urls.task_done()

    async def _drain(self, worker: asyncio.Task[None]) -> None:
        try:
            await self.urls.join()
        finally:
            worker.cancel()
            await asyncio.gather(worker, return_exceptions=True)

    async def crawl_pages(self) -> dict[str, str]:
        await self._drain(asyncio.create_task(self._page_worker()))
        return self.pages

    async def crawl_sizes(self) -> dict[str, str]:
        await self._drain(asyncio.create_task(self._size_worker()))
        return self.pages
