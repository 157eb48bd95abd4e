"""Currency rates, importable by the other shop modules."""
import asyncio


async def load_rates():
    await asyncio.sleep(0.001)
    return {"USD": 1.10, "GBP": 0.85}


RATES = asyncio.run(load_rates())  # BUG


def convert(cents, currency):
    return round(cents * RATES[currency])


class RateBook:
    """Rates that the application loads when it starts."""

    def __init__(self, rates):
        self.rates = rates

    @classmethod
    async def load(cls):
        return cls(await load_rates())

    def convert(self, cents, currency):
        return round(cents * self.rates[currency])
