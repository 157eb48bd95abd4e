"""The carriers, which answer on an event loop."""

import asyncio

PLACES = {"p1": "Lyon", "p2": "Graz", "p3": "Oslo"}
WEIGHTS = {"p1": 400, "p2": 1_500, "p3": 90}
VERSION = 3


class UnknownParcel(LookupError):
    """No carrier knows the parcel."""


async def locate(parcel: str) -> str:
    """Asks a carrier for the place of a parcel."""
    await asyncio.sleep(0.01)
    try:
        return PLACES[parcel]
    except KeyError:
        raise UnknownParcel(parcel) from None


async def weigh(parcel: str) -> int:
    """Asks a carrier for the weight of a parcel, in grams."""
    await asyncio.sleep(0)
    return WEIGHTS[parcel]


async def route_of(parcel: str) -> list[str]:
    """Asks a carrier for the places on the way of a parcel."""
    return ["Bonn", await locate(parcel)]


async def protocol_version() -> int:
    """The version that the carriers speak."""
    await asyncio.sleep(0)
    return VERSION
