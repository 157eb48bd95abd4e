"""Paged listing of a repository's issues."""
from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator


class IssueApi:
    page_size = 2

    def __init__(self, titles: list[str]) -> None:
        self._titles = titles

    async def _page(self, number: int) -> list[str]:
        await asyncio.sleep(0)
        start = number * self.page_size
        return self._titles[start:start + self.page_size]

    async def issues(self) -> AsyncIterator[str]:
        number = 0
        while page := await self._page(number):
            for title in page:
                yield title
            number += 1


async def bug_titles(api: IssueApi) -> list[str]:
    titles = await api.issues()  # BUG
    return [title for title in titles if title.startswith("bug:")]


async def feature_titles(api: IssueApi) -> list[str]:
    titles = [title async for title in api.issues()]
    return [title for title in titles if title.startswith("feature:")]
