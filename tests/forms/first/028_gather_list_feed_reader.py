import asyncio
import re

FEEDS = {
    "news": "<title>News</title><title>Rain</title>",
    "blog": "<title>Blog</title><title>Async tips</title>",
}
TITLE = re.compile(r"<title>(.*?)</title>")


class FeedReader:
    def __init__(self, feeds=FEEDS):
        self.feeds = feeds

    async def download(self, name):
        await asyncio.sleep(0.001)
        return self.feeds[name]

    async def headlines(self):
        bodies = await asyncio.gather([self.download(n) for n in self.feeds])  # BUG
        return [TITLE.findall(body)[1] for body in bodies]

    async def feed_titles(self):
        bodies = await asyncio.gather(*[self.download(n) for n in self.feeds])
        return [TITLE.findall(body)[0] for body in bodies]
