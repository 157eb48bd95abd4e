"""Moves stale jobs of a queue to the dead-letter list."""
import asyncio


class JobTable:
    def __init__(self, ages):
        self._ages = ages

    async def stale(self, limit):
        await asyncio.sleep(0)
        return [job for job, age in self._ages.items() if age > limit]

    async def fresh(self, limit):
        await asyncio.sleep(0)
        return [job for job, age in self._ages.items() if age <= limit]


async def bury(table, limit):
    buried = []
    for position, job in enumerate(table.stale(limit), start=1):  # BUG
        buried.append((position, job))
    return buried


async def keep(table, limit):
    kept = []
    for position, job in enumerate(await table.fresh(limit), start=1):
        kept.append((position, job))
    return kept


async def keep_sorted(table, limit):
    return sorted(await table.fresh(limit))
