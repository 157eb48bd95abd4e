import pytest

from seats import free_seats

pytestmark = pytest.mark.anyio


async def test_small_hall():
    assert await free_seats("attic") == 35


async def test_big_hall():
    assert await free_seats("main hall") == 31
