"""The probe of one process: all that watches, started and finished together."""

import asyncio
import platform
import sys
from typing import Any, Dict, List, Set

from .blocking import Blocking
from .coroutines import Coroutines, watch_recorders
from .executors import Executors
from .findings import Findings
from .loops import Loops
from .mocks import Mocks
from .place import Now, Place
from .sink import Sink


class Probe:
    """Watches one process."""

    def __init__(self, directory: str, worker: str, depth: int, blocking: float = 0) -> None:
        self.now = Now()
        self.sink = Sink(directory, worker)
        self.findings = Findings(self.sink, self.now)
        self.test_files: Set[str] = set()
        self._coroutines = Coroutines(self.findings, depth)
        self._loops = Loops(self.findings, self._coroutines)
        self._mocks = Mocks(self._coroutines)
        self._executors = Executors(self.findings, self.test_files)
        self._watchers: List[Any] = [self._coroutines, self._loops, self._executors]
        if blocking > 0:
            self._watchers.append(Blocking(self.findings, self._loops.open_loops, blocking))
        self._is_finished = False

    def start(self, **about: Any) -> None:
        """Puts all hooks in their places."""
        self.sink.write("start", worker=self.sink.worker, **interpreter(), **about)
        for watcher in self._watchers:
            try:
                watcher.start()
            except Exception:
                self.findings.error(type(watcher).__name__)
        try:
            watch_recorders()
        except Exception:
            self.findings.error("recorders")
        if not self._coroutines.is_exact:
            self.sink.write("limit", words="this interpreter does not say which coroutine was never awaited")

    def enter(self, place: Place) -> None:
        """Goes on to another phase; what was made until now belongs to the one that is left."""
        try:
            self._coroutines.stamp_new()
            self._coroutines.track()
            self._mocks.watch()
            self._loops.watch()
        except Exception:
            self.findings.error("enter")
        self.now.place = place

    def step(self, place: Place) -> None:
        """The same within a phase. It costs less where the collector is off and a look is not cheap."""
        try:
            self._coroutines.stamp_new(is_cheap=True)
        except Exception:
            self.findings.error("step")
        self.now.place = place

    def move(self, place: Place) -> None:
        """Goes on to another place where nothing of the suite ran since the last one was entered."""
        self.now.place = place

    def finish(self) -> None:
        """Tells of what is left, once."""
        if self._is_finished:
            return
        self._is_finished = True
        for watcher in self._watchers:
            try:
                watcher.finish()
            except Exception:
                self.findings.error(type(watcher).__name__)
        if "uvloop" in sys.modules:
            self.sink.write("limit", words="uvloop is in use: its loops and tasks are written in C and are not seen")
        self.sink.write("finish")


def interpreter() -> Dict[str, Any]:
    """What runs the suite."""
    return {
        "python": platform.python_version(),
        "implementation": sys.implementation.name,
        "executable": sys.executable,
        "debug": bool(asyncio.coroutines._is_debug_mode()),  # type: ignore[attr-defined]
    }
