import asyncio
from unittest.mock import MagicMock


class Billing:
    def __init__(self, gateway):
        self.gateway = gateway

    async def charge(self, amount):
        receipt = await self.gateway.pay(amount)
        return receipt["id"]


def test_charge_returns_receipt_id():
    gateway = MagicMock()
    gateway.pay = MagicMock(return_value={"id": "r-1"})  # BUG
    billing = Billing(gateway)

    assert asyncio.run(billing.charge(10)) == "r-1"
    gateway.pay.assert_called_once_with(10)
