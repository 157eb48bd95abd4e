"""Counts visits by country."""
import asyncio
from collections import Counter, defaultdict


async def country_of(address):
    await asyncio.sleep(0)
    return "local" if address.startswith("10.") else "remote"


async def count_visits(addresses):
    visits = Counter()
    for address in addresses:
        visits[country_of(address)] += 1  # BUG
    return dict(visits)


async def bytes_by_country(records):
    sizes = defaultdict(int)
    for address, size in records:
        sizes[await country_of(address)] += size
    return dict(sizes)


async def first_by_country(addresses):
    first = {}
    for address in addresses:
        country = await country_of(address)
        first.setdefault(country, address)
    return first
