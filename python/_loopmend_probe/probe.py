"""The probe of one process: all that watches, started and finished together."""

import asyncio
import platform
import sys
import time
from typing import Any, Callable, Dict, List, Set

from . import memory, origin
from .blocking import Blocking
from .coroutines import Coroutines, watch_recorders
from .crossing import Crossings
from .executors import Executors
from .facts import Facts
from .findings import Findings
from .loops import Loops
from .mocks import Mocks
from .place import Now, Place
from .sink import Sink
from .standing import Standing


class Probe:
    """Watches one process."""

    def __init__(self, directory: str, worker: str, depth: int, blocking: float = 0, with_memory: bool = False) -> None:
        self.now = Now()
        self.sink = Sink(directory, worker)
        self.findings = Findings(self.sink, self.now)
        self.test_files: Set[str] = set()
        self._wants_memory = with_memory
        self.facts = Facts(self.now, worker, with_memory and memory.IS_KNOWN)
        self._coroutines = Coroutines(self.findings, depth)
        self.crossings = Crossings(self.findings)
        self.standing = Standing(self.findings)
        self._loops = Loops(self.findings, self._coroutines, self.facts, self.crossings)
        self._mocks = Mocks(self._coroutines)
        self._executors = Executors(self.findings, self.test_files)
        self._watchers: List[Any] = [self._coroutines, self._loops, self._executors]
        if blocking > 0:
            self._watchers.append(Blocking(self.findings, self.facts, self._loops.open_loops, blocking))
        self.before_finish: List[Callable[[], None]] = []
        """What else has to be told at the end."""
        self._is_finished = False

    def start(self, **about: Any) -> None:
        """Puts all hooks in their places."""
        self.sink.write("start", worker=self.sink.worker, at=time.time() - self.facts.age(), **interpreter(), **about)
        for watcher in self._watchers:
            try:
                watcher.start()
            except Exception:
                self.findings.error(type(watcher).__name__)
        try:
            watch_recorders()
        except Exception:
            self.findings.error("recorders")
        if self._wants_memory and not self.facts.with_memory:
            self.sink.write("limit", words="the system does not say how much memory a process has")
        if not self._coroutines.is_exact:
            self.sink.write("limit", words="this interpreter does not say which coroutine was never awaited")

    def enter(self, place: Place, *, was_left: bool = False) -> None:
        """Goes on to another phase; what was made until now belongs to the one that is left.

        It costs less with `was_left`: nothing of the suite ran since the last place of that phase was left.
        """
        try:
            if not was_left or self._coroutines.owes_look:
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

    def called(self, function: Any) -> None:
        """A test is called, or `None` once it is over."""
        self._mocks.test = origin.begin_of(function) if function is not None else ()

    def gathered(self, ask: Callable[..., Any], *about: Any) -> Any:
        """What a question to the facts gives; `None` when it fails."""
        try:
            return ask(*about)
        except Exception:
            self.findings.error("facts")
            return None

    def finish(self) -> None:
        """Tells of what is left, once."""
        if self._is_finished:
            return
        self._is_finished = True
        self._finish_watchers()
        self.standing.finish()
        for tell in self.before_finish:
            self.gathered(tell)
        if "uvloop" in sys.modules:
            self.sink.write("limit", words="uvloop is in use: its loops and tasks are written in C and are not seen")
        self.sink.write("finish", **({"peak": memory.peak()} if self.facts.with_memory else {}))

    def finish_child(self, test: str) -> None:
        """Tells of what a test leaves in a process of its own, which ends without tearing a session down."""
        self.findings.test = test
        self._finish_watchers()
        self.standing.finish()
        for tell in self.before_finish:
            self.gathered(tell)

    def _finish_watchers(self) -> None:
        for watcher in self._watchers:
            try:
                watcher.finish()
            except Exception:
                self.findings.error(type(watcher).__name__)


def interpreter() -> Dict[str, Any]:
    """What runs the suite."""
    return {
        "python": platform.python_version(),
        "implementation": sys.implementation.name,
        "executable": sys.executable,
        "debug": bool(asyncio.coroutines._is_debug_mode()),  # type: ignore[attr-defined]
    }
