"""Nightly import: patients first, then their lab results."""
import asyncio
from collections.abc import Iterable


class Warehouse:
    def __init__(self) -> None:
        self.stored: list[str] = []

    async def store(self, record: str) -> None:
        await asyncio.sleep(0.001)
        self.stored.append(record)


class NightlyImport:
    def __init__(self, warehouse: Warehouse) -> None:
        self.warehouse = warehouse
        self._slots = asyncio.Semaphore(2)  # ALSO

    async def _load(self, records: Iterable[str], slots: asyncio.Semaphore) -> None:
        async def one(record: str) -> None:
            async with slots:
                await self.warehouse.store(record)

        await asyncio.gather(*(one(record) for record in records))

    def run(self, patients: list[str], results: list[str]) -> None:
        asyncio.run(self._load(patients, self._slots))  # ALSO
        asyncio.run(self._load(results, self._slots))  # BUG

    def run_fresh(self, patients: list[str], results: list[str]) -> None:
        async def both() -> None:
            slots = asyncio.Semaphore(2)
            await self._load(patients, slots)
            await self._load(results, slots)

        asyncio.run(both())
