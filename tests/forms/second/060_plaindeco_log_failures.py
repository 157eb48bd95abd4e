import asyncio
import functools
import logging

log = logging.getLogger("billing")


def log_failures(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        try:
            return func(*args, **kwargs)  # ALSO
        except Exception:
            log.exception("%s failed", func.__qualname__)
            raise

    return wrapper


def log_async_failures(func):
    @functools.wraps(func)
    async def wrapper(*args, **kwargs):
        try:
            return await func(*args, **kwargs)
        except Exception:
            log.exception("%s failed", func.__qualname__)
            raise

    return wrapper


@log_failures
def parse_amount(text):
    return round(float(text) * 100)


@log_failures  # BUG
async def book_invoice(ledger, customer, amount):
    await ledger.book(customer, parse_amount(amount))


@log_async_failures
async def book_credit_note(ledger, customer, amount):
    await ledger.book(customer, -parse_amount(amount))


class Ledger:
    def __init__(self):
        self.entries = []

    async def book(self, customer, cents):
        await asyncio.sleep(0)
        if cents == 0:
            raise ValueError("nothing to book")
        self.entries.append((customer, cents))
