"""Retrying calls to the stock service."""
import asyncio
import functools


def retry(times):
    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            for _ in range(times - 1):
                try:
                    return func(*args, **kwargs)  # ALSO
                except ConnectionError:
                    continue
            return func(*args, **kwargs)
        return wrapper
    return decorate


def async_retry(times):
    def decorate(func):
        @functools.wraps(func)
        async def wrapper(*args, **kwargs):
            for _ in range(times - 1):
                try:
                    return await func(*args, **kwargs)
                except ConnectionError:
                    await asyncio.sleep(0)
            return await func(*args, **kwargs)
        return wrapper
    return decorate


class StockClient:
    def __init__(self, link):
        self.link = link

    @retry(3)  # BUG
    async def level(self, sku):  # ALSO
        return await self.link.ask("level", sku)

    @async_retry(3)
    async def reserve(self, sku):
        return await self.link.ask("reserve", sku)
