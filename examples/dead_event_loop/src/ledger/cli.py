"""The command line."""

from ledger.accounts import Bank
from ledger.loops import event_loop


def main(arguments: list[str]) -> int:
    """Books one transfer: source, target, amount."""
    source, target, amount = arguments
    bank = Bank()
    bank.open(source, balance=10_000)
    bank.open(target)
    with event_loop() as loop:
        return loop.run_until_complete(bank.transfer(source, target, int(amount)))
