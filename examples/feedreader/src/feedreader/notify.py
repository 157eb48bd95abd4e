"""Tells the user what is new."""

import asyncio
import logging

from .model import Entry

log = logging.getLogger(__name__)


class Notifier:
    """Runs a program for every new entry."""

    def __init__(self, program: str | None = None) -> None:
        self.program = program

    async def show(self, entry: Entry) -> None:
        """Shows one entry, and waits until it was seen."""
        if self.program is None:
            log.info("%s <%s>", entry.title, entry.link)
            return
        process = await asyncio.create_subprocess_exec(self.program, entry.title, entry.link)
        await process.wait()

    async def show_all(self, entries: list[Entry]) -> None:
        """Shows entries side by side."""
        async with asyncio.TaskGroup() as group:
            for entry in entries:
                group.create_task(self.show(entry))

    def show_later(self, entry: Entry) -> None:
        """Shows an entry from a callback."""
        loop = asyncio.get_running_loop()
        loop.create_task(self.show(entry))
