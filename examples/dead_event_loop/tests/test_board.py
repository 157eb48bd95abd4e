from ledger.rates import RateBoard, board


async def test_the_board_publishes():
    await board.start()
    assert board.rates["EUR", "USD"] == 1.25
    board.stop()


async def test_a_stopped_board_forgets():
    own = RateBoard()
    await own.start()
    await own.stop()
    assert own.rates == {}


async def test_a_rate_is_published_again():
    own = RateBoard()
    await own.start()
    try:
        assert await own.rate("EUR", "USD") == 1.25
        assert await own.rate("USD", "EUR") == 0.8
    finally:
        await own.stop()
