from library import save


async def test_dropped():
    save(1)


def test_dropped_in_lambda():
    (lambda: save(2))()


async def test_awaited():
    assert await save(3) == 3
