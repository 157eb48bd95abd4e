"""The event loop of the command line."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def event_loop() -> Iterator[asyncio.AbstractEventLoop]:
    """A loop of its own for one command. No fixture: pytest never sees it."""
    loop = asyncio.new_event_loop()
    try:
        yield loop
    finally:
        loop.close()
