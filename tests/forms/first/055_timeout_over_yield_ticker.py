import asyncio
from typing import AsyncIterator


class PriceTicker:
    """Ticks arrive on a queue; None ends the stream."""

    def __init__(self, patience: float = 0.1) -> None:
        self.patience = patience
        self._ticks: asyncio.Queue[float | None] = asyncio.Queue()

    def feed(self, *ticks: float | None) -> None:
        for tick in ticks:
            self._ticks.put_nowait(tick)

    async def prices(self) -> AsyncIterator[float]:
        async with asyncio.timeout(self.patience):  # ALSO
            while (tick := await self._ticks.get()) is not None:
                yield tick  # BUG

    async def spreads(self) -> AsyncIterator[float]:
        last = None
        while True:
            async with asyncio.timeout(self.patience):
                tick = await self._ticks.get()
            if tick is None:
                return
            if last is not None:
                yield tick - last
            last = tick
