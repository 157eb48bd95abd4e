"""Distances between delivery stops."""
import asyncio
import math
from typing import NamedTuple


class Point(NamedTuple):
    x: float
    y: float


class Geocoder:
    def __init__(self, table: dict[str, Point]) -> None:
        self.table = table

    async def locate(self, address: str) -> Point:
        await asyncio.sleep(0)
        return self.table[address]


async def distance(geo: Geocoder, start: str, end: str) -> float:
    x1, y1 = await geo.locate(start)
    x2, y2 = await geo.locate(end)
    return math.hypot(x2 - x1, y2 - y1)


async def tour(geo: Geocoder, stops: list[str]) -> list[float]:
    legs = []
    here = await geo.locate(stops[0])
    for stop in stops[1:]:
        (x, y), previous = geo.locate(stop), here  # BUG
        legs.append(math.hypot(x - previous.x, y - previous.y))
        here = Point(x, y)
    return legs
