"""Weighs many parcels, in processes and in threads."""

import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

from parcelbox.carrier import route_of, weigh


def weigh_plainly(parcel: str) -> int:
    """The weight of a parcel. A process of the pool calls this."""
    return asyncio.run(weigh(parcel))


def weigh_in_processes(parcels: list[str]) -> list[int]:
    """The weights of parcels, for plain code."""
    with ProcessPoolExecutor(max_workers=2) as pool:
        return list(pool.map(weigh_plainly, parcels))


def route_plainly(parcel: str) -> list[str]:
    """The route of a parcel. A thread of the pool calls this."""
    return asyncio.run(route_of(parcel))


def routes_in_threads(parcels: list[str]) -> list[list[str]]:
    """The routes of parcels, for plain code."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        return list(pool.map(route_plainly, parcels))


async def routes_beside_the_loop(parcels: list[str]) -> list[list[str]]:
    """The same for code on an event loop: its threads have no loop of their own."""
    return await asyncio.gather(*(asyncio.to_thread(route_plainly, parcel) for parcel in parcels))
