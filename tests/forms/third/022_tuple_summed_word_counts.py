"""Word statistics of a text pipeline."""
import asyncio


async def count_words(text: str) -> int:
    await asyncio.sleep(0)
    return len(text.split())


async def count_lines(text: str) -> int:
    await asyncio.sleep(0)
    return len(text.splitlines())


async def total_words(title: str, body: str, footer: str) -> int:
    parts = (
        count_words(title),  # ALSO
        count_words(body),  # ALSO
        count_words(footer),  # ALSO
    )
    return sum(parts)  # BUG


async def total_lines(title: str, body: str, footer: str) -> int:
    parts = (
        count_lines(title),
        count_lines(body),
        count_lines(footer),
    )
    return sum(await asyncio.gather(*parts))


async def longest(*texts: str) -> int:
    return max([await count_words(text) for text in texts])
