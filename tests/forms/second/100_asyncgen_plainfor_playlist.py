import asyncio


class RadioStation:
    """Station whose play log is served page by page."""

    def __init__(self, pages):
        self._pages = pages

    async def _page(self, number):
        await asyncio.sleep(0)
        return self._pages[number] if number < len(self._pages) else []

    async def played(self):
        number = 0
        while tracks := await self._page(number):
            for track in tracks:
                yield track
            number += 1


async def total_airtime(station):
    seconds = 0
    for track in station.played():  # BUG
        seconds += track["seconds"]
    return seconds


async def airtime_by_artist(station):
    seconds = {}
    async for track in station.played():
        artist = track["artist"]
        seconds[artist] = seconds.get(artist, 0) + track["seconds"]
    return seconds


async def most_played(station):
    seconds = await airtime_by_artist(station)
    return max(seconds, key=seconds.get) if seconds else None
