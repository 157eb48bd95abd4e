import pytest

from loopmend.testing import assert_no_leaks

from ledger.rates import RateBoard, board


async def test_the_board_publishes():
    async with assert_no_leaks():
        await board.start()
        assert board.rates["EUR", "USD"] == 1.25
        await board.stop()


async def test_a_stopped_board_forgets():
    own = RateBoard()
    async with assert_no_leaks():
        await own.start()
        await own.stop()
    assert own.rates == {}


async def test_a_board_that_is_not_stopped_is_found():
    own = RateBoard()
    with pytest.raises(AssertionError, match="`RateBoard._publish` is not done"):
        async with assert_no_leaks():
            await own.start()
    await own.stop()


async def test_a_rate_is_published_again():
    own = RateBoard()
    await own.start()
    try:
        assert await own.rate("EUR", "USD") == 1.25
        assert await own.rate("USD", "EUR") == 0.8
    finally:
        await own.stop()
