"""Route handlers for static pages are made by a factory."""
import asyncio
from collections.abc import Awaitable, Callable


def page_handler(title: str) -> Callable[[str], Awaitable[str]]:
    async def handle(visitor: str) -> str:
        await asyncio.sleep(0)
        return f"<h1>{title}</h1><p>{visitor}</p>"
    return handle


def page_renderer(title: str) -> Callable[[str], str]:
    def render(visitor: str) -> str:
        return f"<h1>{title}</h1><p>{visitor}</p>"
    return render


about = page_handler("About")
contact = page_handler("Contact")
imprint = page_renderer("Imprint")


async def get_about(visitor: str) -> bytes:
    return about(visitor).encode()  # BUG


async def get_contact(visitor: str) -> bytes:
    return (await contact(visitor)).encode()


async def get_imprint(visitor: str) -> bytes:
    await asyncio.sleep(0)
    return imprint(visitor).encode()
