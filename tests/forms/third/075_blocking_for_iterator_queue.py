"""Work items come from a thread through a queue."""
from __future__ import annotations

import asyncio
import queue
from collections.abc import Iterator


class Inbox:
    def __init__(self) -> None:
        self._items: queue.Queue[str | None] = queue.Queue()

    def put(self, item: str | None) -> None:
        self._items.put_nowait(item)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        item = self._items.get()  # ALSO
        if item is None:
            raise StopIteration
        return item


async def process(inbox: Inbox) -> list[str]:
    done = []
    for item in inbox:  # BUG
        await asyncio.sleep(0)
        done.append(item.upper())
    return done


async def process_in_thread(inbox: Inbox) -> list[str]:
    done = []
    while (item := await asyncio.to_thread(next, inbox, None)) is not None:
        await asyncio.sleep(0)
        done.append(item.upper())
    return done


def process_in_script(inbox: Inbox) -> list[str]:
    return [item.upper() for item in inbox]
