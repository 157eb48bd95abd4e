"""Fixtures of all tests."""

import asyncio

import pytest

from ledger.accounts import Bank


@pytest.fixture(scope="session")
def event_loop():
    """One event loop for the whole session."""
    policy = asyncio.get_event_loop_policy()
    loop = policy.new_event_loop()
    yield loop
    loop.close()


@pytest.fixture
def bank():
    bank = Bank()
    bank.open("ann", balance=1_000)
    bank.open("bob", balance=500)
    bank.open("cleo", currency="USD", balance=2_000)
    return bank
