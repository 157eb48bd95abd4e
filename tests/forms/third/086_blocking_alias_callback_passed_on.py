"""Backoff strategies of an HTTP client."""
import asyncio
from time import sleep as pause


class Flaky:
    def __init__(self, failures):
        self.failures = failures

    async def get(self):
        await asyncio.sleep(0)
        if self.failures > 0:
            self.failures -= 1
            raise ConnectionError("refused")
        return "body"


def backoff(wait, attempt):
    return wait(0.05 * (attempt + 1))  # ALSO


async def fetch(source, tries=3, wait=pause):
    for attempt in range(tries):
        try:
            return await source.get()
        except ConnectionError:
            backoff(wait, attempt)  # BUG
    raise ConnectionError("gave up")


async def fetch_gently(source, tries=3, wait=asyncio.sleep):
    for attempt in range(tries):
        try:
            return await source.get()
        except ConnectionError:
            await backoff(wait, attempt)
    raise ConnectionError("gave up")


async def fetch_off_loop(source):
    try:
        return await source.get()
    except ConnectionError:
        await asyncio.to_thread(backoff, pause, 0)
    return await source.get()
