"""The command line."""

import argparse
import asyncio
import logging
from pathlib import Path

from feedreader import FeedClient, JsonStore, Reader
from feedreader.notify import Notifier


async def watch(reader: Reader, urls: list[str]) -> None:
    """Polls until Ctrl-C."""
    reader.start(urls)
    try:
        await asyncio.Event().wait()
    finally:
        await reader.stop()


async def once(reader: Reader, urls: list[str]) -> None:
    """Reads every feed once, all of them at the same time."""
    feeds = await asyncio.gather(*(reader.refresh(url) for url in urls))
    print(sum(len(feed.entries) for feed in feeds), "new entries")


def main() -> None:
    """The entry point of `feedreader`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("urls", nargs="+")
    parser.add_argument("--store", type=Path, default=Path("feeds.json"))
    parser.add_argument("--forget", action="store_true")
    parser.add_argument("--once", action="store_true")
    arguments = parser.parse_args()

    logging.basicConfig(level=logging.INFO)
    store = JsonStore(arguments.store)
    if arguments.forget:
        for url in arguments.urls:
            store.forget(url)
        return
    reader = Reader(FeedClient(), store, Notifier())
    asyncio.run(once(reader, arguments.urls) if arguments.once else watch(reader, arguments.urls))
