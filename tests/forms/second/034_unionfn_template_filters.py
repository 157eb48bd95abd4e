"""Template filters may be plain functions or coroutine functions."""
import asyncio
import inspect
from collections.abc import Awaitable, Callable
from typing import Union

Filter = Union[Callable[[str], str], Callable[[str], Awaitable[str]]]


async def expand_mentions(text: str) -> str:
    await asyncio.sleep(0)
    return text.replace("@team", "@ann @bob")


def squeeze(text: str) -> str:
    return " ".join(text.split())


class Pipeline:
    def __init__(self) -> None:
        self._body: list[Filter] = [squeeze, expand_mentions]
        self._title: list[Filter] = [squeeze, expand_mentions]

    async def render_body(self, text: str) -> str:
        for apply in self._body:
            text = apply(text)  # BUG
        return text.strip()

    async def render_title(self, text: str) -> str:
        for apply in self._title:
            result = apply(text)
            text = await result if inspect.isawaitable(result) else result
        return text.title()
