"""Streaming parser with typed callbacks."""
import asyncio
from collections.abc import Callable, Iterable
from typing import Protocol


class OnRecord(Protocol):
    def __call__(self, record: dict[str, str]) -> None: ...


class Sink:
    def __init__(self) -> None:
        self.rows: list[dict[str, str]] = []

    async def store(self, record: dict[str, str]) -> None:
        await asyncio.sleep(0)
        self.rows.append(record)

    def remember(self, record: dict[str, str]) -> None:
        self.rows.append(record)


def parse(lines: Iterable[str], on_record: OnRecord, on_error: Callable[[str], None]) -> None:
    for line in lines:
        key, sep, value = line.partition("=")
        if sep:
            on_record({key: value})
        else:
            on_error(line)


async def load(lines: list[str], sink: Sink) -> int:
    parse(lines, sink.store, print)  # BUG
    return len(sink.rows)


async def reload(lines: list[str], sink: Sink) -> int:
    found: list[dict[str, str]] = []
    parse(lines, found.append, print)
    for record in found:
        await sink.store(record)
    parse(["loaded=yes"], sink.remember, print)
    return len(sink.rows)
