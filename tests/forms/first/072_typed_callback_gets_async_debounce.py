"""Debounced saving in the note editor."""
from __future__ import annotations

import asyncio
from collections.abc import Callable


class Debouncer:
    def __init__(self, delay: float, action: Callable[[], None]) -> None:
        self.delay = delay
        self.action = action
        self._timer: asyncio.TimerHandle | None = None

    def poke(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(self.delay, self.action)


class Notes:
    def __init__(self) -> None:
        self.text = ""
        self.saved = ""
        self.words = 0

    async def save(self) -> None:
        await asyncio.sleep(0)
        self.saved = self.text

    def count_words(self) -> None:
        self.words = len(self.text.split())


def autosave(notes: Notes) -> Debouncer:
    return Debouncer(0.01, notes.save)  # BUG


def autocount(notes: Notes) -> Debouncer:
    return Debouncer(0.01, notes.count_words)
