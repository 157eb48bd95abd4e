"""Translations fetched from the text service."""
import asyncio
from functools import lru_cache

TEXTS = {("de", "cart"): "Warenkorb", ("fr", "cart"): "panier"}


async def fetch_text(language: str, key: str) -> str:
    await asyncio.sleep(0.001)
    return TEXTS.get((language, key), key)


@lru_cache(maxsize=1024)  # BUG
async def translate(language: str, key: str) -> str:  # ALSO
    text = await fetch_text(language, key)
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=1024)
def language_of(locale: str) -> str:
    return locale.partition("_")[0].lower()


async def menu_entry(locale: str) -> str:
    return await translate(language_of(locale), "cart")  # ALSO


async def page_title(locale: str) -> str:
    text = await fetch_text(language_of(locale), "cart")
    return text.upper()
