import pytest

from storefront.api import get_total
from storefront.basket import Basket


async def test_the_total(basket):
    assert await basket.total() == 2 * 540 + 1_440


async def test_an_empty_basket():
    assert await Basket().total() == 0


@pytest.mark.parametrize("count", range(1, 5))
async def test_more_of_one_article(count):
    basket = Basket("se")
    basket.add("tin", count)
    assert await basket.total() == count * 1_000


@pytest.mark.parametrize(
    ("country", "cents"), [("de", 1_964), ("fr", 1_980), ("se", 2_062), ("ch", 1_782)]
)
async def test_the_total_by_the_api(country, cents):
    assert await get_total(country, {"tea": 1, "mug": 1}) == (200, {"cents": cents})


async def test_a_missing_article_costs_nothing():
    assert await get_total("ch", {}) == (200, {"cents": 0})


def test_a_basket_counts(basket):
    basket.add("tea")
    assert basket.articles["tea"] == 3
