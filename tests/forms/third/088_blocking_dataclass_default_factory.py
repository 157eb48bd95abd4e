"""Tickets get their number from a slow hardware counter."""
import asyncio
import itertools
import time
from dataclasses import dataclass, field

_numbers = itertools.count(1)


def next_number():
    time.sleep(0.06)  # ALSO
    return next(_numbers)


@dataclass
class Ticket:
    title: str
    number: int = field(default_factory=next_number)
    slug: str = field(init=False)

    def __post_init__(self):
        self.slug = self.title.replace(" ", "-")


async def open_ticket(title):
    await asyncio.sleep(0)
    ticket = Ticket(title)  # BUG
    return ticket.slug


async def reopen_ticket(title, number):
    await asyncio.sleep(0)
    ticket = Ticket(title, number)
    return ticket.slug


async def open_ticket_in_thread(title):
    number = await asyncio.to_thread(next_number)
    ticket = Ticket(title, number=number)
    return ticket.slug
