"""Callable API client used by a command line tool and a bot."""
import asyncio
import json
from urllib.parse import urlencode
from urllib.request import urlopen


class Endpoint:
    def __init__(self, base):
        self.base = base

    def url(self, **query):
        return f"{self.base}?{urlencode(query)}"

    def __call__(self, **query):
        with urlopen(self.url(**query), timeout=2) as response:  # ALSO
            return json.load(response)


class Bot:
    def __init__(self, search, images):
        self.search = search
        self.images = images

    @classmethod
    def connect(cls, base):
        return cls(Endpoint(base + "/search"), Endpoint(base + "/images"))

    async def on_search(self, text):
        answer = self.search(q=text)  # BUG
        return answer["hits"]

    async def on_images(self, text):
        answer = await asyncio.to_thread(self.images, q=text)
        return answer["hits"]

    async def on_link(self, text):
        await asyncio.sleep(0)
        return self.search.url(q=text)
