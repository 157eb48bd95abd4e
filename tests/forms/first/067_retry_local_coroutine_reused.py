import asyncio


class PaymentGateway:
    """Fails a number of times before it answers."""

    def __init__(self, failures):
        self.failures = failures

    async def charge(self, card, cents):
        await asyncio.sleep(0)
        if self.failures:
            self.failures -= 1
            raise TimeoutError("gateway busy")
        return {"card": card[-4:], "cents": cents}


async def charge_card(gateway, card, cents):
    request = gateway.charge(card, cents)  # ALSO
    last_error = None
    for _ in range(3):
        try:
            return await request  # BUG
        except TimeoutError as exc:
            last_error = exc
    raise last_error


async def charge_deposit(gateway, card, cents):
    last_error = None
    for _ in range(3):
        request = gateway.charge(card, cents)
        try:
            return await request
        except TimeoutError as exc:
            last_error = exc
    raise last_error
