"""Command line tool that numbers delivery notes in two passes."""
import asyncio

_number_lock = asyncio.Lock()  # BUG


class NoteBook:
    def __init__(self):
        self.lock = asyncio.Lock()
        self.last = 0
        self.notes = []


async def number_note(book, customer):
    async with _number_lock:  # ALSO
        await asyncio.sleep(0.001)
        book.last += 1
        book.notes.append((book.last, customer))


async def number_return(book, customer):
    async with book.lock:
        await asyncio.sleep(0.001)
        book.last += 1
        book.notes.append((book.last, f"return {customer}"))


async def number_all(step, customers):
    book = NoteBook()
    await asyncio.gather(*(step(book, customer) for customer in customers))
    return book.notes


def number_notes(first, second):
    notes = asyncio.run(number_all(number_note, first))
    return notes + asyncio.run(number_all(number_note, second))  # ALSO


def number_returns(first, second):
    notes = asyncio.run(number_all(number_return, first))
    return notes + asyncio.run(number_all(number_return, second))
