from storefront.api import get_price


async def test_a_known_article():
    status, _body = await get_price("tea", "de")
    assert status == 200


async def test_an_unknown_article():
    assert await get_price("cup", "de") == (404, {"error": "no article cup"})
