"""Collects the comments of several articles."""
import asyncio


class Article:
    def __init__(self, slug, comments):
        self.slug = slug
        self._comments = comments

    async def comments(self):
        for comment in self._comments:
            await asyncio.sleep(0)
            yield comment

    async def comment_list(self):
        return [comment async for comment in self.comments()]


async def all_comments(articles):
    found = await asyncio.gather(*(article.comments() for article in articles))  # BUG
    return [comment for comments in found for comment in comments]


async def all_comment_lists(articles):
    found = await asyncio.gather(*(article.comment_list() for article in articles))
    return [comment for comments in found for comment in comments]


async def first_comments(articles):
    firsts = []
    for article in articles:
        stream = article.comments()
        firsts.append(await anext(stream, None))
        await stream.aclose()
    return firsts
