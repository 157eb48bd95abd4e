from unittest.mock import AsyncMock, create_autospec

from library import Keeper, notify, save


async def test_called_here():
    send = AsyncMock()
    send("hello")


async def test_called_there():
    notify(AsyncMock())


def test_of_a_function():
    mocked = create_autospec(save)
    Keeper(mocked("record"))


async def test_awaited():
    send = AsyncMock(return_value=1)
    assert await send("hello") == 1


def test_called_by_many():
    send = AsyncMock()
    for word in ("one", "two", "three"):
        send(word)
