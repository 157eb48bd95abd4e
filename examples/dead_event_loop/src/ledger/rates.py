"""Exchange rates, which a background task keeps up to date."""

import asyncio

PUBLISHED = {("EUR", "USD"): 1.0837, ("USD", "EUR"): 0.9228}


class RateBoard:
    """The latest rates. They are valid for a short time only."""

    def __init__(self, interval: float = 0.005) -> None:
        self.interval = interval
        self.rates: dict[tuple[str, str], float] = {}
        self.task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Starts the task that publishes the rates."""
        self.task = asyncio.create_task(self._publish())
        await asyncio.sleep(0)

    async def stop(self) -> None:
        """Stops the task, and forgets the rates."""
        if self.task is not None:
            self.task.cancel()
            await asyncio.gather(self.task, return_exceptions=True)
            self.task = None
        self.rates.clear()

    async def rate(self, source: str, target: str) -> float:
        """Takes the next rate that is published."""
        self.rates.pop((source, target), None)
        for _ in range(20):
            if (source, target) in self.rates:
                return self.rates[source, target]
            await asyncio.sleep(self.interval)
        raise LookupError(f"no rate for {source}/{target}")

    async def _publish(self) -> None:
        while True:
            self.rates.update(PUBLISHED)
            await asyncio.sleep(self.interval)


board = RateBoard()
