"""Editor start-up: the theme loads while the file is parsed."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass


@dataclass
class Theme:
    name: str
    contrast: int


async def load_theme(name: str) -> Theme:
    await asyncio.sleep(0.001)
    return Theme(name, contrast=len(name))


async def parse(text: str) -> list[str]:
    await asyncio.sleep(0.002)
    return text.split()


async def open_editor(text: str, theme_name: str) -> tuple[list[str], int]:
    theme = asyncio.create_task(load_theme(theme_name))
    tokens = await parse(text)
    await asyncio.wait({theme})
    return tokens, theme.contrast  # BUG


async def open_viewer(text: str, theme_name: str) -> tuple[list[str], int]:
    theme = asyncio.create_task(load_theme(theme_name))
    tokens = await parse(text)
    await asyncio.wait({theme})
    return tokens, theme.result().contrast


async def preview(theme_name: str) -> str:
    theme = asyncio.create_task(load_theme(theme_name))
    return f"{theme.get_name()}: {(await theme).name}"
