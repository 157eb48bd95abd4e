"""Client of the pricing RPC; a call object is awaited for its reply."""
import asyncio


class RpcCall:
    def __init__(self, method: str, *params: int) -> None:
        self.method = method
        self.params = params

    async def _send(self) -> int:
        await asyncio.sleep(0.001)
        if self.method == "max":
            return max(self.params)
        return sum(self.params)

    def __await__(self):
        return self._send().__await__()


class PricingClient:
    def subtotal(self, *prices: int) -> RpcCall:
        return RpcCall("sum", *prices)

    def dearest(self, *prices: int) -> RpcCall:
        return RpcCall("max", *prices)


async def with_tax(client: PricingClient, prices: list[int]) -> int:
    return round(client.subtotal(*prices) * 1.19)  # BUG


async def with_deposit(client: PricingClient, prices: list[int]) -> int:
    return round(await client.dearest(*prices) * 1.10)
