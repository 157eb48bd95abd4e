"""Stock levels per warehouse."""
import asyncio


class StockRepository:
    def __init__(self, rows: list[tuple[str, str, int]]) -> None:
        self._rows = rows

    async def on_hand(self, sku: str) -> int:
        await asyncio.sleep(0)
        return sum(n for _, s, n in self._rows if s == sku)

    async def reserved(self, sku: str) -> int:
        await asyncio.sleep(0)
        return 1


async def stock_entry(repo: StockRepository, sku: str) -> dict[str, object]:
    on_hand: int = repo.on_hand(sku)  # BUG
    reserved: int = await repo.reserved(sku)
    return {"sku": sku, "on_hand": on_hand, "reserved": reserved}


async def shelf_entry(repo: StockRepository, sku: str) -> dict[str, object]:
    on_hand: int = await repo.on_hand(sku)
    reserved: int = await repo.reserved(sku)
    return {"sku": sku, "on_hand": on_hand, "free": on_hand - reserved}
