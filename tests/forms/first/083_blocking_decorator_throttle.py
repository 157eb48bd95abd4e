"""Polite crawling: at most one request per interval."""
import asyncio
import functools
import time


def throttled(interval):
    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args):
            time.sleep(interval)  # ALSO
            return func(*args)
        return wrapper
    return decorate


def paced(interval):
    def decorate(func):
        @functools.wraps(func)
        async def wrapper(*args):
            await asyncio.sleep(interval)
            return await func(*args)
        return wrapper
    return decorate


@throttled(0.2)  # BUG
async def fetch_page(url):
    await asyncio.sleep(0.001)
    return f"<html>{url}</html>"


@paced(0.2)
async def fetch_robots(host):
    await asyncio.sleep(0.001)
    return f"User-agent: * # {host}"


async def crawl(host):
    robots = await fetch_robots(host)
    page = await fetch_page(f"https://{host}/")  # ALSO
    return [robots, page]


async def check_rules(host):
    return [await fetch_robots(host)]
