"""Price labels for the storefront."""
import asyncio


class PriceService:
    def __init__(self, prices: dict[str, int]) -> None:
        self._prices = prices

    async def cents(self, sku: str) -> int:
        await asyncio.sleep(0.001)
        return self._prices[sku]


def format_money(cents: int, currency: str = "EUR") -> str:
    whole, rest = divmod(cents, 100)
    return f"{whole}.{rest:02d} {currency}"


async def shelf_label(service: PriceService, sku: str) -> str:
    label = format_money(service.cents(sku))  # BUG
    return f"{sku}: {label}"


async def cart_label(service: PriceService, sku: str) -> str:
    label = format_money(await service.cents(sku))
    return f"{sku}: {label}"


async def main() -> None:
    service = PriceService({"mug": 1250})
    print(await cart_label(service, "mug"))


if __name__ == "__main__":
    asyncio.run(main())
