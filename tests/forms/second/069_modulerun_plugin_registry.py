"""Plug-in registry of the static site generator.

Imported by the command line tool and by the async preview server.
"""
import asyncio
from collections.abc import Mapping

_ENTRY_POINTS = {"markdown": "site.md:Renderer", "sass": "site.css:Compiler"}
_THEMES = {"plain": "site.themes:plain", "paper": "site.themes:paper"}


async def discover_plugins() -> Mapping[str, str]:
    await asyncio.sleep(0)
    return dict(_ENTRY_POINTS)


async def discover_themes() -> Mapping[str, str]:
    await asyncio.sleep(0)
    return dict(_THEMES)


PLUGINS = asyncio.run(discover_plugins())  # BUG

_themes: dict[str, str] = {}


async def themes() -> Mapping[str, str]:
    if not _themes:
        _themes.update(await discover_themes())
    return _themes


def plugin(name: str) -> str:
    return PLUGINS[name]


async def theme(name: str) -> str:
    return (await themes())[name]
