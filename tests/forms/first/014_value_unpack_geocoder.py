import asyncio
import math

PLACES = {"berlin": (52.52, 13.40), "paris": (48.85, 2.35)}


class Geocoder:
    async def locate(self, place: str) -> tuple[float, float]:
        await asyncio.sleep(0)
        return PLACES[place.lower()]


class DeliveryZones:
    def __init__(self, geocoder: Geocoder, radius_km: float) -> None:
        self.geocoder = geocoder
        self.radius_km = radius_km

    def _distance(self, lat1: float, lon1: float, lat2: float, lon2: float) -> float:
        return math.hypot(lat1 - lat2, lon1 - lon2) * 111.0

    async def delivers_to(self, depot: str, place: str) -> bool:
        lat, lon = await self.geocoder.locate(depot)
        to_lat, to_lon = self.geocoder.locate(place)  # BUG
        return self._distance(lat, lon, to_lat, to_lon) <= self.radius_km

    async def collects_from(self, depot: str, place: str) -> bool:
        lat, lon = await self.geocoder.locate(depot)
        to_lat, to_lon = await self.geocoder.locate(place)
        return self._distance(lat, lon, to_lat, to_lon) <= self.radius_km / 2
