"""A tiny pool of reusable warehouse scanners."""
import asyncio
from contextlib import contextmanager


class ScannerPool:
    def __init__(self, names):
        self._free = asyncio.Queue()
        for name in names:
            self._free.put_nowait(name)

    @contextmanager
    def _lend(self, name):
        try:
            yield name
        finally:
            self._free.put_nowait(name)

    async def checkout(self):
        """Wait for a free scanner; use the result in a with statement."""
        name = await self._free.get()
        return self._lend(name)

    def available(self):
        return self._free.qsize()


async def scan_parcel(pool, parcel):
    with pool.checkout() as scanner:  # BUG
        await asyncio.sleep(0.001)
        return f"{scanner}:{parcel}"


async def scan_pallet(pool, parcels):
    with await pool.checkout() as scanner:
        await asyncio.sleep(0.001)
        return [f"{scanner}:{parcel}" for parcel in parcels]
