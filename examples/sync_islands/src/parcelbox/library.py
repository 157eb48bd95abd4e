"""What other programs import."""

import asyncio
import logging

from parcelbox.bridge import run_in_thread, run_sync
from parcelbox.carrier import locate, protocol_version

logger = logging.getLogger(__name__)


def find(parcel: str) -> str:
    """The place of a parcel, for plain code."""
    return asyncio.run(locate(parcel))


def find_many(parcels: list[str]) -> list[str]:
    """The places of parcels."""
    return [run_sync(locate(parcel)) for parcel in parcels]


async def describe(parcel: str) -> str:
    """A sentence about a parcel."""
    place = run_in_thread(locate(parcel))
    return f"{parcel} is in {place}"


async def route(parcels: list[str]) -> str:
    """The places of parcels, in order."""
    return " - ".join(find_many(parcels))


async def status() -> dict[str, object]:
    """What a monitor asks for. The version is lost, and only the log says so."""
    answer: dict[str, object] = {"ready": True}
    try:
        answer["version"] = asyncio.run(protocol_version())
    except Exception as error:
        logger.warning("no version: %s", error)
    return answer
