"""Tasks that go on when they are cancelled, so that their loop is never shut down: the run hangs.

While what runs a loop waits for the tasks that it cancelled, they are looked at again and again. What is left is told
if the wait is cut off, and written before that, for the run may be ended in a way that nobody sees.
"""

from asyncio.base_events import BaseEventLoop
from typing import Any, Dict, List, Optional

from . import origin, waiting
from .birth import Birth, birth_of
from .findings import Findings
from .tasks import is_to_see_cancellation

RULE = "swallowed-cancellation"

_PERIOD = 0.25
"""How many seconds lie between two looks, at first."""
_MAX_TASKS = 10_000
"""How many tasks are looked at."""
_MAX_TOLD = 20
"""How many places are written."""


class Shutdown:
    """The end of a loop, from when its tasks are cancelled until they are done."""

    def __init__(self, findings: Findings, loop: Any, cancelled: List[Any]) -> None:
        self.findings = findings
        self.loop = loop
        self.cancelled = cancelled
        self._struck: Optional[BaseException] = None
        self._written: List[Dict[str, Any]] = []
        self._pause = _PERIOD
        self._handle: Any = None

    def begin(self) -> None:
        """Has the loop look at its tasks after a while, if there are some."""
        if self.cancelled:
            self._handle = BaseEventLoop.call_later(self.loop, self._pause, self._look)

    def end(self, is_cut_off: bool) -> None:
        """It is over: all tasks are done, or nobody waits for them any more, and those that are left are told."""
        handle, self._handle, self.cancelled = self._handle, None, []
        if handle is not None:
            handle.cancel()
        left, self._written = self._written, self._written and self._write([])
        for fields in left if is_cut_off else ():
            self.findings.sink.write("finding", **fields)

    def take_struck(self) -> Optional[BaseException]:
        """What a signal handler of the suite raised while the tasks were looked at: a limit of time. It is taken only
        once, for its traceback has a frame that has this object: a reference cycle."""
        struck, self._struck = self._struck, None
        return struck

    def _look(self) -> None:
        try:
            left = self._left()
            if left != self._written:
                self._written = self._write(left)
                self._pause *= 2  # tasks may take turns without end
            self._handle = BaseEventLoop.call_later(self.loop, self._pause, self._look)
        except Exception:
            self.findings.error("hanging")
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exception:
            # The loop would only log it, and what it was to end would go on.
            self._struck = exception
            self.loop.stop()

    def _left(self) -> List[Dict[str, Any]]:
        """What is told of the tasks that go on: those of one place once, with a count."""
        found: Dict[str, Dict[str, Any]] = {}
        for task in self.cancelled[:_MAX_TASKS]:
            if not goes_on(task):
                continue
            fields = self._fields(task)
            known = found.get(repr(fields))
            if known is not None:
                known["more"] += 1
            elif len(found) < _MAX_TOLD:
                found[repr(fields)] = {**fields, "more": 0}
        return list(found.values())

    def _write(self, left: List[Dict[str, Any]]) -> List[Dict[str, Any]]:
        self.findings.sink.write("hanging", loop=id(self.loop), findings=left)
        return left

    def _fields(self, task: Any) -> Dict[str, Any]:
        birth = birth_of(task) or Birth((), self.findings.now.place)
        coroutine = task.get_coro()
        return self.findings.fields(
            RULE,
            origin.name_of(coroutine),
            origin.as_frames(birth.steps),
            birth.place,
            how="hanging",
            defined=origin.definition(coroutine),
            related=[{"role": "waits", "what": "", "frames": origin.as_frames(waits_at(coroutine)), "born": None}],
        )


def goes_on(task: Any) -> bool:
    """Whether a task that was cancelled took its cancellation and waits for something else now. One that only waits for
    another task cannot end before that, and one that cleans up may take its time."""
    if task.done() or is_to_see_cancellation(task):
        return False
    waiter = getattr(task, "_fut_waiter", None)
    is_for_tasks = hasattr(waiter, "get_coro") or hasattr(waiter, "_children")
    return waiter is not None and not is_for_tasks and waiting.is_past_handlers(task)


def waits_at(coroutine: Any) -> Any:
    """Where it waits: innermost first, without what is asyncio's, unless that is all."""
    frames = [waiting.frame_of(it) for it in waiting.awaiting(coroutine)]
    steps = [(frame.f_code, frame.f_lasti) for frame in reversed(frames) if frame is not None]
    return tuple(step for step in steps if not origin.is_hidden(step[0].co_filename)) or tuple(steps)
