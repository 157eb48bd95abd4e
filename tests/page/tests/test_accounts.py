import pytest


@pytest.mark.asyncio
async def test_open(account): ...


@pytest.mark.asyncio
async def test_close(account): ...


@pytest.mark.asyncio
async def test_balance_of_new_account(): ...


@pytest.mark.asyncio
@pytest.mark.parametrize("currency, amount", [("EUR", 1), ("SEK", 2)])
async def test_transfer(currency, amount, account): ...


async def test_overdraft_is_refused(account): ...


async def test_interest(): ...


def test_number_is_formatted(): ...


def test_check_digit(): ...
