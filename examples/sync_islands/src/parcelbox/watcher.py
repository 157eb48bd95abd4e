"""Watches parcels in a thread, which has a loop of its own."""

import asyncio
from queue import Queue
from threading import Thread

from parcelbox.carrier import locate


class Watcher:
    """Puts the places of parcels into a queue."""

    def __init__(self, parcels: list[str]) -> None:
        self.places: Queue[str] = Queue()
        self.thread = Thread(target=self._run, args=(parcels,), daemon=True)

    def start(self) -> None:
        """Starts the thread."""
        self.thread.start()

    def _run(self, parcels: list[str]) -> None:
        asyncio.run(self._watch(parcels))

    async def _watch(self, parcels: list[str]) -> None:
        for parcel in parcels:
            self.places.put(await locate(parcel))
