"""Static data of the exchange, which never changes within a session."""
import asyncio
from functools import lru_cache

_TICKS = {"BTC-USD": "0.01", "ETH-USD": "0.001"}
_LOTS = {"BTC-USD": 0.0001, "ETH-USD": 0.01}

_known_lots: dict[str, float] = {}


@lru_cache(maxsize=256)  # BUG
async def tick_size(symbol: str) -> str:  # ALSO
    await asyncio.sleep(0.001)
    return _TICKS[symbol]


async def _load_lot_size(symbol: str) -> float:
    await asyncio.sleep(0.001)
    return _LOTS[symbol]


async def lot_size(symbol: str) -> float:
    if symbol not in _known_lots:
        _known_lots[symbol] = await _load_lot_size(symbol)
    return _known_lots[symbol]


async def round_quantity(symbol: str, quantity: float) -> float:
    step = await lot_size(symbol)
    return round(quantity / step) * step
