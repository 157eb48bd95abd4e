import pytest

from ledger.accounts import Account, InsufficientFunds


def test_a_booking_changes_the_balance():
    account = Account("ann", balance=10)
    account.book(5)
    assert account.balance == 15


def test_the_history_keeps_bookings():
    account = Account("ann", balance=10)
    account.book(5)
    account.book(-15)
    assert account.history == [5, -15]


def test_an_account_is_never_overdrawn():
    account = Account("ann", balance=10)
    with pytest.raises(InsufficientFunds):
        account.book(-11)
    assert account.history == []
