import pytest

from storefront.prices import LIST, VAT, UnknownArticle, gross, net


@pytest.mark.parametrize("article", LIST)
async def test_net(article):
    assert await net(article) == LIST[article]


@pytest.mark.parametrize("country", VAT)
@pytest.mark.parametrize("article", LIST)
async def test_gross(article, country):
    assert await gross(article, country) > LIST[article]


@pytest.mark.parametrize(
    ("country", "cents"), [("de", 536), ("fr", 540), ("se", 562), ("ch", 486)]
)
async def test_the_tax_of_a_country(country, cents):
    assert await gross("tea", country) == cents


@pytest.mark.parametrize("article", ["cup", "", "TEA"])
async def test_an_unknown_article(article):
    with pytest.raises(UnknownArticle):
        await net(article)


def test_each_country_has_a_tax():
    assert all(percent > 0 for percent in VAT.values())
