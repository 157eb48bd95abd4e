"""Fixtures of all tests."""

import pytest

from ledger import rates
from ledger.accounts import Bank


@pytest.fixture(scope="session", autouse=True)
def rates_of_tests():
    """The tests have rates of their own, and this fixture does put the true ones back."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rates, "PUBLISHED", {("EUR", "USD"): 1.25, ("USD", "EUR"): 0.8})
        yield


@pytest.fixture
def bank():
    bank = Bank()
    bank.open("ann", balance=1_000)
    bank.open("bob", balance=500)
    bank.open("cleo", currency="USD", balance=2_000)
    return bank
