import asyncio
import logging
from urllib.parse import urlsplit

log = logging.getLogger("crawler")


class Frontier:
    def __init__(self, urls):
        self._by_host = {}
        for url in urls:
            self._by_host.setdefault(urlsplit(url).netloc, []).append(url)

    async def pending(self, host):
        await asyncio.sleep(0)
        return len(self._by_host.get(host, ()))

    async def hosts(self):
        await asyncio.sleep(0)
        return sorted(self._by_host)


async def progress_line(frontier, host):
    line = "%-20s %s left" % (host, frontier.pending(host))  # BUG
    log.info(line)
    return line


async def summary_line(frontier, host):
    line = "%-20s %d queued" % (host, await frontier.pending(host))
    log.info(line)
    return line
