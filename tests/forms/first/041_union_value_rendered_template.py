import asyncio
import html
import inspect
from typing import Awaitable, Callable

Source = Callable[[], str | Awaitable[str]]


async def news_block() -> str:
    await asyncio.sleep(0)
    return "Rain & wind"


def footer_block() -> str:
    return "(c) Shop"


class Page:
    def __init__(self, **blocks: Source) -> None:
        self.blocks = blocks

    async def render_block(self, name: str) -> str:
        source = self.blocks[name]
        return html.escape(source())  # BUG

    async def render_wrapped(self, name: str) -> str:
        source = self.blocks[name]
        content = source()
        if inspect.isawaitable(content):
            content = await content
        return f"<div>{html.escape(content)}</div>"


def default_page() -> Page:
    return Page(news=news_block, footer=footer_block)
