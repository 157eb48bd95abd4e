"""Fixtures of all tests."""

import asyncio

import pytest

from ledger import rates
from ledger.accounts import Bank

# The tests have rates of their own. The true ones come back after the last test.
published = rates.PUBLISHED
rates.PUBLISHED = {("EUR", "USD"): 1.25, ("USD", "EUR"): 0.8}


@pytest.fixture(scope="session")
def event_loop():
    """One event loop for the whole session."""
    policy = asyncio.get_event_loop_policy()
    loop = policy.new_event_loop()
    yield loop
    loop.close()
    rates.PUBLISHED = published


@pytest.fixture
def bank():
    bank = Bank()
    bank.open("ann", balance=1_000)
    bank.open("bob", balance=500)
    bank.open("cleo", currency="USD", balance=2_000)
    return bank
