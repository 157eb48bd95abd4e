"""The answers of the shop's API."""

from storefront.basket import Basket
from storefront.prices import UnknownArticle, gross


async def get_price(article: str, country: str) -> tuple[int, dict]:
    """The status and the body for one article."""
    try:
        return 200, {"article": article, "cents": await gross(article, country)}
    except UnknownArticle:
        return 404, {"error": f"no article {article}"}


async def get_total(country: str, articles: dict[str, int]) -> tuple[int, dict]:
    """The status and the body for a basket."""
    basket = Basket(country)
    for article, count in articles.items():
        basket.add(article, count)
    return 200, {"cents": await basket.total()}
