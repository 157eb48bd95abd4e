"""Background refresh of a configuration cache."""
import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor


class Cache:
    def __init__(self):
        self.values = {}

    async def refresh(self, key):
        await asyncio.sleep(0.001)
        self.values[key] = key.upper()

    def refresh_blocking(self, key):
        asyncio.run(self.refresh(key))


def refresh_in_background(cache, keys):
    threads = [threading.Thread(target=cache.refresh, args=(key,)) for key in keys]  # BUG
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(cache.values)


def refresh_in_threads(cache, keys):
    threads = [threading.Thread(target=cache.refresh_blocking, args=(key,)) for key in keys]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(cache.values)


def refresh_in_pool(cache, keys):
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(cache.refresh_blocking, keys))
    return sorted(cache.values)
