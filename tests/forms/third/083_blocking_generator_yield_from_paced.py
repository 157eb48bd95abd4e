"""Paced download of numbered pages."""
import asyncio
import time


def paced(items, pause):
    for number, item in enumerate(items):
        if number:
            time.sleep(pause)  # ALSO
        yield item


def page_urls(base, count, pause):
    yield f"{base}/first"
    yield from paced((f"{base}/{n}" for n in range(count)), pause)


def plain_urls(base, count):
    yield f"{base}/first"
    yield from (f"{base}/{n}" for n in range(count))


async def paced_urls(base, count, pause):
    for number in range(count):
        if number:
            await asyncio.sleep(pause)
        yield f"{base}/{number}"


async def download(url):
    await asyncio.sleep(0)
    return len(url)


async def mirror(base, count):
    return [await download(url) for url in page_urls(base, count, 0.1)]  # BUG


async def index(base, count):
    return [await download(url) async for url in paced_urls(base, count, 0.1)]


async def check(base, count):
    await asyncio.sleep(0)
    urls = plain_urls(base, count)
    return next(urls)
