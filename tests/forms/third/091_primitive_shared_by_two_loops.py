"""A crawler runs its two phases one after the other."""
import asyncio


class Crawler:
    def __init__(self, parallel):
        self.slots = asyncio.Semaphore(parallel)  # ALSO
        self.parallel = parallel
        self.found = []

    async def visit(self, url):
        async with self.slots:  # ALSO
            await asyncio.sleep(0.001)
            self.found.append(url)

    async def visit_in(self, slots, url):
        async with slots:
            await asyncio.sleep(0.001)
            self.found.append(url)

    async def phase(self, urls):
        await asyncio.gather(*map(self.visit, urls))

    async def own_phase(self, urls):
        slots = asyncio.Semaphore(self.parallel)
        await asyncio.gather(*(self.visit_in(slots, url) for url in urls))


def crawl(pages, images):
    crawler = Crawler(1)
    asyncio.run(crawler.phase(pages))
    asyncio.run(crawler.phase(images))  # BUG
    return sorted(crawler.found)


def crawl_separately(pages, images):
    crawler = Crawler(1)
    asyncio.run(crawler.own_phase(pages))
    asyncio.run(crawler.own_phase(images))
    return sorted(crawler.found)
