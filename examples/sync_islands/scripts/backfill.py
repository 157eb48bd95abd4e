"""Prints what the carriers know about all parcels. Nobody imports this."""

import asyncio

from parcelbox.carrier import PLACES, route_of


async def main() -> None:
    for parcel in PLACES:
        print(parcel, *await route_of(parcel))


if __name__ == "__main__":
    asyncio.run(main())
