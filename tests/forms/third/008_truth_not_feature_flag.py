"""Feature switches guard the checkout."""
import asyncio


class Flags:
    def __init__(self, enabled):
        self._enabled = frozenset(enabled)

    async def is_on(self, flag):
        await asyncio.sleep(0)
        return flag in self._enabled

    def is_known(self, flag):
        return flag.startswith(("checkout.", "search."))


class Disabled(Exception):
    pass


async def pay(flags, amount):
    if not flags.is_known("checkout.pay") or not flags.is_on("checkout.pay"):  # BUG
        raise Disabled("pay")
    return f"paid {amount}"


async def refund(flags, amount):
    if not flags.is_known("checkout.refund") or not await flags.is_on("checkout.refund"):
        raise Disabled("refund")
    return f"refunded {amount}"


async def demo():
    flags = Flags({"checkout.refund"})
    return await refund(flags, 12)
