"""The file that a process writes its events to: JSON Lines, each line with one `write` at the end of the file."""

import json
import os
from typing import Any, Callable, Optional, Tuple

VERSION = 1
"""The version of the protocol, in every line."""

_ENCODE = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=str).encode
"""One encoder for all events."""

quoted: Callable[[str], str] = json.encoder.encode_basestring
"""A text as JSON has it."""

_OPEN, _WRITE, _FSTAT = os.open, os.write, os.fstat
"""As they were before the suite began: one that lets nothing block a loop, as blockbuster does, replaces them."""


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
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._forget)

    def write(self, event: str, **fields: Any) -> None:
        """Appends an event. What cannot be written is lost, quietly: the suite goes first."""
        if self._failed:
            return
        try:
            self._append(_ENCODE({"v": VERSION, "event": event, **fields}))
        except Exception:
            self._failed = True

    def write_test(self, test: str, state: str, field: str, value: Optional[str]) -> None:
        """Appends that a test began or ended, with a field whose value is JSON already."""
        if self._failed:
            return
        try:
            words = f'"event": "test", "test": {quoted(test)}, "state": "{state}", "{field}": {value or "null"}'
            self._append(f'{{"v": {VERSION}, {words}}}')
        except Exception:
            self._failed = True

    def _append(self, line: str) -> None:
        _WRITE(self._open(), line.encode("utf-8", "replace") + b"\n")

    def _open(self) -> int:
        """The descriptor, opened anew where the suite closed it, and perhaps gave its number to another file."""
        if self._identity is not None and self._identity == identity(self._descriptor):
            return self._descriptor
        path = os.path.join(self.directory, f"{os.getpid()}-{self.worker}.jsonl")
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)
        self._descriptor = _OPEN(path, flags, 0o600)
        self._identity = identity(self._descriptor)
        return self._descriptor

    def _forget(self) -> None:
        self._identity = None


def identity(descriptor: int) -> Optional[Tuple[int, int]]:
    """What file a descriptor stands for; `None` if it is closed."""
    try:
        status = _FSTAT(descriptor)
    except OSError:
        return None
    return status.st_dev, status.st_ino
