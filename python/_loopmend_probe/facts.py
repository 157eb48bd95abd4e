"""What each test did, whether or not anything was wrong: the event loops that ran while it was called, the tasks that
were made, how long it took and how it ended.

They are gathered where the probe is asked anyway: when a loop starts and stops, when a task is made, when pytest moves
on. How long a loop was held is known where somebody looks for that (`blocking.py`).
"""

import itertools
import sys
import time
import weakref
from typing import Any, Dict, List, Optional, Tuple

from . import memory
from .place import Now
from .sink import quoted

CLOCK = (time.perf_counter,)
"""In a tuple, where those that stop the time in tests do not look for it."""

_LOOP = "_loopmend_loop"
"""The attribute of a loop that says what is known of it."""

_MAX_LOOPS = 1000
"""How many loops of a test are named."""

_PREFIX = "loopmend."
"""What the names of properties begin with."""


class Loop:
    """An event loop, as facts name it."""

    __slots__ = ("kind", "name", "reference", "scope")

    def __init__(self, kind: str, scope: str, reference: "Optional[weakref.ref[Any]]" = None) -> None:
        self.kind = kind
        """Its class."""
        self.name = ""
        """The process and a number, among the loops that ran in a test; empty until then."""
        self.scope = scope
        """The scope of the fixture that made it; `function` for one that a test made, `session` outside of tests."""
        self.reference = reference
        """To the loop, where it was seen being made: later, its finalizer may run it."""

    def as_json(self) -> str:
        """The loop as it is written."""
        return f'{{"id": {quoted(self.name)}, "class": {quoted(self.kind)}, "scope": {quoted(self.scope)}}}'


class TestFacts:
    """What is known of the test that runs."""

    __slots__ = ("before", "duration", "growth", "held", "loops", "more_loops", "outcome", "started", "tasks")

    def __init__(self, started: float, before: int) -> None:
        self.started = started
        """In seconds since the probe began."""
        self.before = before
        """The resident size of the process, in bytes, where that is measured."""
        self.clear()

    def clear(self) -> None:
        """Forgets an attempt that is followed by another one."""
        self.loops: Dict[str, Loop] = {}
        self.more_loops = 0
        """How many others ran."""
        self.tasks: Optional[int] = None
        """How many were made, where that is known, once the fixtures are gone."""
        self.held = 0.0
        self.growth: Optional[int] = None
        self.outcome = ""
        self.duration = 0.0

    def as_json(self) -> str:
        """The facts as they are written: formatted here, for there is one line for each test."""
        fields = [f'"started": {self.started:.6f}, "duration": {self.duration:.6f}']
        if self.outcome:
            fields.append(f'"outcome": "{self.outcome}"')
        if self.tasks is not None:
            loops = ", ".join([loop.as_json() for loop in self.loops.values()])
            fields.append(f'"tasks": {self.tasks}, "loops": [{loops}]')
        if self.more_loops:
            fields.append(f'"more_loops": {self.more_loops}')
        if self.held:
            fields.append(f'"held": {self.held:.3f}')
        if self.growth is not None:
            fields.append(f'"growth": {self.growth}')
        return "{" + ", ".join(fields) + "}"

    def as_properties(self) -> List[Tuple[str, object]]:
        """What a report in the form of JUnit says of the test, besides what is in it anyway."""
        found: List[Tuple[str, object]] = []
        if self.tasks is not None:
            loops = ", ".join(f"{loop.name} ({loop.kind}, {loop.scope})" for loop in self.loops.values())
            found += [(_PREFIX + "tasks", self.tasks), (_PREFIX + "loops", loops)]
        if self.held:
            found.append((_PREFIX + "held", round(self.held, 3)))
        if self.growth is not None:
            found.append((_PREFIX + "memory-growth", self.growth))
        return found


class Facts:
    """Gathers the facts of one test after the other."""

    def __init__(self, now: Now, worker: str, with_memory: bool) -> None:
        self.now = now
        self.worker = worker
        self.with_memory = with_memory
        """Whether the size of the process is measured."""
        self.began = CLOCK[0]()
        self._test: Optional[TestFacts] = None
        self._started: Dict[int, "weakref.ref[Any]"] = {}
        """The loops that were started and may still run, by identity."""
        self._numbers = itertools.count(1)
        self._count = itertools.count().__next__
        """Counts tasks, of all threads, without losing one."""
        self._counted = 0

    # Where the session is.

    def age(self) -> float:
        """For how many seconds facts have been gathered: times of tests count from then."""
        return CLOCK[0]() - self.began

    def begin(self) -> str:
        """A test begins. Gives when, in seconds since the probe did, as it is written."""
        self._test = TestFacts(self.age(), memory.resident() if self.with_memory else 0)
        self._counted = self._count() + 1
        return f"{self._test.started:.6f}"

    def set_up(self) -> None:
        """Its fixtures are about to be made; once more, where a test that failed is run again."""
        test = self._test
        if test is not None and test.duration:
            test.clear()
            self._counted = self._count() + 1

    def call(self) -> None:
        """It is about to be called. Loops that run by now run in other threads."""
        for identity, reference in list(self._started.items()):
            loop = reference()
            if loop is not None and loop.is_running():
                self._ran(loop)
            else:
                self._started.pop(identity, None)

    def torn_down(self) -> Optional[TestFacts]:
        """Its fixtures are gone. Gives what is known by now."""
        test = self._test
        if test is not None:
            if test.loops or "uvloop" not in sys.modules:
                test.tasks = self._count() - self._counted
            test.growth = memory.resident() - test.before if self.with_memory else None
        return test

    def reported(self, report: Any) -> None:
        """One of its phases has a report."""
        test = self._test
        if test is None:
            return
        if not hasattr(report, "context"):  # a part of the test, whose time is in that of the test
            test.duration += float(getattr(report, "duration", 0) or 0)
        outcome = outcome_of(report)
        if outcome and test.outcome not in ("failed", "error"):
            test.outcome = outcome

    def end(self) -> Optional[str]:
        """The test is over. Gives its facts as they are written."""
        test, self._test = self._test, None
        if test is None:
            return None
        if not test.outcome:  # it was cut off, and no phase has a report
            test.duration = self.age() - test.started
        return test.as_json()

    # What happens meanwhile.

    def loop_made(self, loop: Any) -> None:
        """An event loop was made."""
        setattr(loop, _LOOP, Loop(type(loop).__qualname__, self.now.place.scope, weakref.ref(loop)))

    def loop_turns(self, loop: Any) -> None:
        """An event loop starts or stops."""
        known = getattr(loop, _LOOP, None)
        if isinstance(known, Loop) and known.reference is not None:
            self._started[id(loop)] = known.reference
        if self.now.place.phase == "call":
            self._ran(loop)

    def task_made(self, loop: Any) -> None:
        """A task was made. Of a loop that `nest_asyncio` patched this is the only sign that it runs."""
        self._count()
        if self.now.place.phase == "call" and hasattr(loop, "_nest_patched"):
            self._ran(loop)

    def held(self, seconds: float) -> None:
        """One callback has held an event loop for so long by now."""
        test = self._test
        if test is not None and seconds > test.held:
            test.held = seconds

    def _ran(self, loop: Any) -> None:
        """A loop ran while the test was called."""
        test = self._test
        if test is None:
            return
        if not isinstance(getattr(loop, _LOOP, None), Loop):
            setattr(loop, _LOOP, Loop(type(loop).__qualname__, self.now.place.scope))
        known: Loop = getattr(loop, _LOOP)
        is_new = not known.name
        if is_new:
            known.name = f"{self.worker}:{next(self._numbers)}"
        if known.name in test.loops or len(test.loops) < _MAX_LOOPS:
            test.loops[known.name] = known
        else:
            test.more_loops += is_new


def outcome_of(report: Any) -> str:
    """How a test ended, as far as the report of one phase says: in pytest's words."""
    outcome, is_call = report.outcome, report.when == "call"
    if outcome == "passed":
        return "" if not is_call else "xpassed" if hasattr(report, "wasxfail") else "passed"
    if outcome == "failed":
        return "failed" if is_call else "error"
    if outcome == "skipped":
        return "xfailed" if hasattr(report, "wasxfail") else "skipped"
    return ""


def add_properties(item: Any, test: TestFacts) -> None:
    """Has the reports of a test carry its facts, in place of those of an attempt before."""
    others = [(name, value) for name, value in item.user_properties if not str(name).startswith(_PREFIX)]
    item.user_properties[:] = others + test.as_properties()
