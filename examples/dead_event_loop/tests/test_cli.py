import pytest

from ledger.accounts import InsufficientFunds
from ledger.cli import main


def test_a_command_books():
    assert main(["ann", "bob", "250"]) == 250


def test_a_command_refuses():
    with pytest.raises(InsufficientFunds):
        main(["ann", "bob", "20000"])
