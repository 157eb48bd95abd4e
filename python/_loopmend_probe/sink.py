"""The file that a process writes its events to: JSON Lines, each line with one `write` at the end of the file.

Whatever the suite does, the file has a bound. Of findings of one place and test the first ones are written, and the
others are counted in a second file: eight bytes for each place, written over and over, so that the count is right
whenever the process is killed.
"""

import contextlib
import itertools
import json
import os
from typing import Any, Callable, Dict, Hashable, Iterator, Optional, Tuple

VERSION = 1
"""The version of the protocol, in every line."""

_ENCODE = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=str).encode
"""One encoder for all events."""

quoted: Callable[[str], str] = json.encoder.encode_basestring
"""A text as JSON has it."""

MAX_OF_ONE = 20
"""How many findings of one place and test are written."""
_MAX_DETAILS = 64 * 1024 * 1024
"""How many bytes the events take that a suite can cause without end."""
_MAX_BYTES = 240 * 1024 * 1024
"""How many bytes all events take."""
_MAX_KNOWN = 4096
"""How many places with their tests are known at a time."""
_MAX_SLOTS = 1 << 20
_LEFT_OUT = 0
"""The slot with the number of events that had no room."""
_DETAILS = ("failure", "finding", "hanging", "limit", "probe_error", "repeated")

_OPEN, _WRITE, _FSTAT, _LSEEK, _CLOSE = os.open, os.write, os.fstat, os.lseek, os.close
"""As they were before the suite began: one that lets nothing block a loop, as blockbuster does, replaces them."""
_FLAGS = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class Repeat:
    """How often the same was found."""

    __slots__ = ("numbers", "slot")

    def __init__(self, slot: int) -> None:
        self.slot = slot
        """Where the findings are counted that are not written."""
        self.numbers: Iterator[int] = itertools.count(1)
        """Counts them, of all threads, without losing one."""


class Sink:
    """One process's file in the directory of the run.

    A pipe would have to be inherited, which workers of pytest-xdist do not do, and would block when nobody reads.
    After a fork the child has a file of its own.
    """

    def __init__(self, directory: str, worker: str) -> None:
        self.directory = directory
        self.worker = worker
        self._descriptor = -1
        self._identity: Optional[Tuple[int, int]] = None
        self._failed = False
        self._details = 0
        self._bytes = 0
        self._failing: Tuple[str, Iterator[int]] = ("", itertools.count(1))
        self._begin_counting()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._forget)

    def write(self, event: str, **fields: Any) -> None:
        """Appends an event. What cannot be written is lost, quietly: the suite goes first."""
        if self._failed:
            return
        try:
            line = _ENCODE({"v": VERSION, "event": event, **fields})
            if event in _DETAILS:
                self._details += len(line)
            if self._details > _MAX_DETAILS and event in _DETAILS:
                self._count(_LEFT_OUT, next(self._left_out))
            else:
                self._append(line)
        except Exception:
            self._fail()

    def write_finding(self, key: Hashable, fields: Callable[[], Dict[str, Any]]) -> None:
        """Appends a finding. Of those of one key, the first ones are written, and the others are counted."""
        repeat = self._repeats.get(key)
        if repeat is None:
            if len(self._repeats) >= _MAX_KNOWN:
                self._repeats.clear()
            repeat = self._repeats[key] = Repeat(next(self._slots))
        number = next(repeat.numbers)
        if number < MAX_OF_ONE or repeat.slot >= _MAX_SLOTS:
            self.write("finding", **fields())
        elif number == MAX_OF_ONE:
            self.write("repeated", slot=repeat.slot, finding=fields())
        else:
            self._count(repeat.slot, number - MAX_OF_ONE)

    def write_failure(self, test: str, **fields: Any) -> None:
        """Appends why a test failed. One of many parts may fail without end."""
        if self._failing[0] != test:
            self._failing = (test, itertools.count(1))
        if next(self._failing[1]) <= MAX_OF_ONE:
            self.write("failure", test=test, **fields)

    def write_test(self, test: str, state: str, field: str, value: Optional[str]) -> None:
        """Appends that a test began or ended, with a field whose value is JSON already."""
        if self._failed:
            return
        try:
            words = f'"event": "test", "test": {quoted(test)}, "state": "{state}", "{field}": {value or "null"}'
            self._append(f'{{"v": {VERSION}, {words}}}')
        except Exception:
            self._fail()

    def _append(self, line: str) -> None:
        data = line.encode("utf-8", "replace") + b"\n"
        self._bytes += len(data)
        if self._bytes > _MAX_BYTES:
            self._count(_LEFT_OUT, next(self._left_out))
        else:
            written = _WRITE(self._open(), data)
            if written < len(data):
                raise OSError("no room for the whole event")

    def _fail(self) -> None:
        """Gives up. A file without bytes says so where the disk has no room for an event."""
        self._failed = True
        with contextlib.suppress(Exception):
            _CLOSE(_OPEN(self._path("lost"), os.O_WRONLY | os.O_CREAT | _FLAGS, 0o600))

    def _count(self, slot: int, number: int) -> None:
        """Writes a number to its slot. The file is not kept open: a test may count descriptors."""
        if self._failed:
            return
        try:
            descriptor = _OPEN(self._path("counts"), os.O_WRONLY | os.O_CREAT | _FLAGS, 0o600)
            try:
                _LSEEK(descriptor, slot * 8, os.SEEK_SET)
                _WRITE(descriptor, number.to_bytes(8, "little"))
            finally:
                _CLOSE(descriptor)
        except Exception:
            self._fail()

    def _path(self, suffix: str) -> str:
        return os.path.join(self.directory, f"{os.getpid()}-{self.worker}.{suffix}")

    def _open(self) -> int:
        """The descriptor, opened anew where the suite closed it, and perhaps gave its number to another file."""
        if self._identity is not None and self._identity == identity(self._descriptor):
            return self._descriptor
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | _FLAGS
        self._descriptor = _OPEN(self._path("jsonl"), flags, 0o600)
        self._identity = identity(self._descriptor)
        return self._descriptor

    def _forget(self) -> None:
        self._identity = None
        self._begin_counting()

    def _begin_counting(self) -> None:
        self._repeats: Dict[Hashable, Repeat] = {}
        self._slots = itertools.count(_LEFT_OUT + 1)
        self._left_out = itertools.count(1)


def identity(descriptor: int) -> Optional[Tuple[int, int]]:
    """What file a descriptor stands for; `None` if it is closed."""
    try:
        status = _FSTAT(descriptor)
    except OSError:
        return None
    return status.st_dev, status.st_ino
