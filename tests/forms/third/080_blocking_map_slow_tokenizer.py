"""Text pipeline with a rate-limited tokenizer."""
import asyncio
import time


def tokenize(text: str) -> list[str]:
    time.sleep(0.05)  # ALSO
    return text.split()


def normalize(text: str) -> str:
    return text.strip().casefold()


async def longest_document(texts: list[str]) -> int:
    clean = map(normalize, texts)
    return max(map(len, map(tokenize, clean)))  # BUG


async def shortest_document(texts: list[str]) -> int:
    clean = map(normalize, texts)
    tokens = await asyncio.gather(*(asyncio.to_thread(tokenize, text) for text in clean))
    return min(map(len, tokens))


async def characters(texts: list[str]) -> int:
    await asyncio.sleep(0)
    return sum(map(len, map(normalize, texts)))


def batch(texts: list[str]) -> list[list[str]]:
    return list(map(tokenize, texts))
