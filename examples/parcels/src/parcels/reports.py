"""Long work."""

import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

from .client import locate_all


def totals():
    return asyncio.run(locate_all([]))


def yearly():
    return asyncio.run(locate_all([]))


async def all_reports():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor() as pool:
        report = await loop.run_in_executor(pool, yearly)
    with ThreadPoolExecutor() as pool:
        pool.submit(asyncio.run, locate_all([]))
    return report
