async def test_empty(basket):
    assert await basket.items() == {}


async def test_put(basket):
    await basket.put("pear")
    await basket.put("pear", 2)
    assert await basket.items() == {"pear": 3}
