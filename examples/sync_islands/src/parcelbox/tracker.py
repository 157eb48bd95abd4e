"""Parcels as objects, for plain programs."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from parcelbox.carrier import locate, route_of, weigh

POOL = ThreadPoolExecutor(max_workers=1, thread_name_prefix="tracker")


class Tracker:
    """One parcel. Only plain code uses its properties."""

    def __init__(self, parcel: str) -> None:
        self.parcel = parcel

    @property
    def place(self) -> str:
        """Where it is."""
        return asyncio.run(locate(self.parcel))

    @property
    def grams(self) -> int:
        """What it weighs."""
        return asyncio.run(weigh(self.parcel))


def fetch_route(parcel: str) -> list[str]:
    """The route of a parcel: a thread of the pool runs the loop, and this one waits."""
    future = POOL.submit(asyncio.run, route_of(parcel))
    return future.result()


async def follow(parcel: str) -> str:
    """The last two stops. The call below blocks the loop, and no test fails."""
    return " - ".join(fetch_route(parcel)[-2:])
