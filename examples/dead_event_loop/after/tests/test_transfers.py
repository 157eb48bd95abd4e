import asyncio

import pytest

from ledger.accounts import InsufficientFunds
from ledger.rates import board


@pytest.fixture
async def rates():
    """The tests that need rates start the board themselves."""
    await board.start()
    yield board
    await board.stop()


async def test_money_moves(bank):
    assert await bank.transfer("ann", "bob", 300) == 300
    assert (bank.accounts["ann"].balance, bank.accounts["bob"].balance) == (700, 800)


async def test_too_little_money(bank):
    with pytest.raises(InsufficientFunds):
        await bank.transfer("bob", "ann", 501)
    assert bank.accounts["ann"].history == []


async def test_transfers_run_one_at_a_time(bank):
    await asyncio.gather(*(bank.transfer("ann", "bob", 100) for _ in range(10)))
    assert bank.accounts["ann"].balance == 0


async def test_money_is_exchanged(bank, rates):
    assert await bank.transfer("ann", "cleo", 400) == 500


async def test_money_is_exchanged_back(bank, rates):
    assert await bank.transfer("cleo", "ann", 1_000) == 800
