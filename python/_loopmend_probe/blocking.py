"""Calls that hold an event loop for too long, whatever they do: a thread looks at the threads that run loops.

It looks every few milliseconds for the callback or task that runs. One that is the same for longer than the limit holds
the loop; the stack at that moment says where. The frame of a callback is kept until the next look, so what it refers to
may live so much longer: that is why this is not done unless it is asked for.
"""

import _thread
import asyncio
import sys
from typing import Any, Callable, Dict, Iterable, Optional, Tuple

from . import origin
from .facts import CLOCK, Facts
from .findings import Findings
from .origin import Step
from .place import Place

RULE = "blocking-call-in-async"

_PERIOD = 0.01


class Callback:
    """What a loop runs."""

    __slots__ = ("frame", "place", "since", "steps")

    def __init__(self, frame: Any, since: float) -> None:
        self.frame = frame
        self.since = since
        self.steps: Tuple[Step, ...] = ()
        """Where it was when it had run for too long."""
        self.place: Optional[Place] = None


class Blocking:
    """Notices what holds an event loop."""

    def __init__(self, findings: Findings, facts: Facts, loops: Callable[[], Iterable[Any]], limit: float) -> None:
        self.findings = findings
        self.facts = facts
        self.loops = loops
        self.limit = limit
        self._running: Dict[int, Callback] = {}
        self._end = _thread.allocate_lock()

    def start(self) -> None:
        """Starts the thread. `threading` does not know it: a test may count threads."""
        self._end.acquire()
        _thread.start_new_thread(self._watch, ())

    def finish(self) -> None:
        """Ends the thread."""
        self._end.release()

    def _watch(self) -> None:
        try:
            while not self._end.acquire(True, _PERIOD):
                self._look()
        except Exception:
            self.findings.error("blocking")
        finally:
            self._running.clear()  # nobody looks any more, and they would live on

    def _look(self) -> None:
        now = CLOCK[0]()
        found = (getattr(loop, "_thread_id", None) for loop in self.loops())
        threads = {thread for thread in found if thread is not None}
        frames = sys._current_frames() if threads else {}
        # They hold this very frame, which holds them: without this they would live until the next garbage collection.
        frames.pop(_thread.get_ident(), None)
        for thread in threads | set(self._running):
            leaf = frames.pop(thread, None)
            self._look_at(thread, leaf, callback_of(leaf), now)
        frames.clear()

    def _look_at(self, thread: int, leaf: Any, frame: Any, now: float) -> None:
        callback = self._running.get(thread)
        if callback is None or callback.frame is not frame:
            if callback is not None and callback.place is not None:
                self._tell(callback, now)
            self._running.pop(thread, None)
            if frame is not None:
                self._running[thread] = Callback(frame, now)
            return
        self.facts.held(now - callback.since)
        if callback.place is None and now - callback.since >= self.limit:
            callback.place = self.findings.now.place
            callback.steps = origin.steps(leaf)

    def _tell(self, callback: Callback, now: float) -> None:
        assert callback.place is not None
        if callback.steps:
            frames = origin.as_frames(callback.steps)
            held = round((now - callback.since) * 1000)
            what = frames[0]["function"]
            self.findings.tell(RULE, what, frames, callback.place, how="sampled", milliseconds=held)


def callback_of(frame: Any) -> Any:
    """The innermost frame in which an event loop runs something."""
    while frame is not None and frame.f_code is not asyncio.Handle._run.__code__:
        frame = frame.f_back
    return frame
