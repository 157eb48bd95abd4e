import pytest

from storefront.basket import Basket
from storefront.discounts import PERCENT, UnknownVoucher, total_with


@pytest.mark.parametrize(("voucher", "cents"), [("SPRING", 2_268), ("FRIEND", 1_890)])
async def test_a_voucher_makes_it_cheaper(basket, voucher, cents):
    assert await total_with(basket, voucher) == cents


async def test_a_voucher_for_nothing():
    assert await total_with(Basket(), "SPRING") == 0


async def test_an_unknown_voucher(basket):
    with pytest.raises(UnknownVoucher):
        await total_with(basket, "AUTUMN")
