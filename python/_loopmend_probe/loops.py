"""Event loops, and what belongs to one: tasks, futures, asynchronous generators and its exception handler.

A task leaks if it is still pending when its loop is shut down, whenever that is: then nobody waits for it any more,
neither its test nor a fixture of a wider scope. Whatever runs the loop may cancel it then; it is told of before that,
unless it waits for just that.
"""

import asyncio
import contextlib
import functools
import gc
import sys
import weakref
from asyncio import base_events
from asyncio.base_events import BaseEventLoop
from typing import Any, Callable, Iterable, List, Optional, Tuple

from . import origin, waiting
from .coroutines import RULE, Coroutines
from .facts import Facts
from .findings import Findings
from .origin import Step
from .place import Place

_BIRTH = "_loopmend_birth"
"""The attribute of a loop, task or future that says where it comes from. A table of weak references would be empty
when the object dies, which is when it is asked."""

_RUNNERS = ("asyncio.runners", "backports.asyncio.runner.runner", "anyio._backends._asyncio")
"""Modules with a `_cancel_all_tasks(loop)`, which runs when the loop is about to be closed."""

_OWN = ("TestRunner._run_tests_and_fixtures", "IsolatedAsyncioTestCase._asyncioLoopRunner")
"""What those that run tests, anyio and unittest, run for themselves."""

_SHUTDOWN = ("shutdown_asyncgens", "shutdown_default_executor")
"""What runs a loop makes tasks of these methods of it before it closes it."""

DESTROYED = "Task was destroyed but it is pending"
NOT_RETRIEVED = "exception was never retrieved"


class Birth:
    """Where something was made."""

    __slots__ = ("place", "steps")

    def __init__(self, steps: Tuple[Step, ...], place: Place) -> None:
        self.steps = steps
        self.place = place


class Loops:
    """Notices what becomes of event loops and of what belongs to them."""

    def __init__(self, findings: Findings, coroutines: Coroutines, facts: Facts) -> None:
        self.findings = findings
        self.coroutines = coroutines
        self.facts = facts
        self._open: "weakref.WeakSet[BaseEventLoop]" = weakref.WeakSet()
        self._generators: "weakref.WeakKeyDictionary[Any, Birth]" = weakref.WeakKeyDictionary()
        self._told: "weakref.WeakSet[Any]" = weakref.WeakSet()
        self._patched: List[str] = []

    def start(self) -> None:
        """Puts the hooks in their places."""
        self._note("__init__", self._loop_made)
        self._before("_set_coroutine_origin_tracking", self._loop_turns)
        self._note_result("create_task", self._task_made, with_loop=True)
        self._note_result("create_future", self._future_made)
        self._note_result("shutdown_asyncgens", self._generators_end, with_loop=True)
        self._before("close", self._loop_closes)
        self._before("__del__", self._loop_dies)
        self._before("call_exception_handler", self._handler_called)
        self._before("_asyncgen_firstiter_hook", self._generator_starts)
        self.watch()

    def watch(self) -> None:
        """Puts the hooks in the modules that have been imported meanwhile."""
        for name in _RUNNERS:
            module: Any = sys.modules.get(name)
            cancel = getattr(module, "_cancel_all_tasks", None)
            if name not in self._patched and cancel is not None:
                self._patched.append(name)
                module._cancel_all_tasks = self._shutting_down(cancel)

    def open_loops(self) -> List[Any]:
        """The loops that were made and are there, closed ones among them."""
        for _attempt in range(3):
            try:
                return list(self._open)
            except RuntimeError:
                continue  # another thread made one meanwhile
        return []

    def finish(self) -> None:
        """Tells of what is left at the end of the session."""
        for loop in self.open_loops():
            if not loop.is_closed():
                self._tell_open_loop(loop, "end")
        for task in tasks():
            if not task.done() and is_seen(task.get_loop()):
                self._tell_pending(task, "end")
        for future in futures():
            if future.done() and getattr(future, "_log_traceback", False) and is_seen(future.get_loop()):
                self._tell_lost_exception(future, future._exception, "end")

    # What the hooks do.

    def _loop_made(self, loop: Any, *_args: Any, **_kwargs: Any) -> None:
        frame = sys._getframe(2)
        if not origin.is_below(frame, asyncio.get_event_loop):
            self._born(loop, frame)
            self._open.add(loop)
        self.facts.loop_made(loop)

    def _loop_turns(self, loop: Any, is_starting: bool) -> None:
        """asyncio calls this function when it starts to run a loop and when it ends, and nothing of the suite runs
        inside."""
        self.facts.loop_turns(loop)
        if not is_starting and is_unwinding():
            self._settle_cut_off(loop)

    def _settle_cut_off(self, loop: Any) -> None:
        """Who ends a loop from outside, by Ctrl-C or a time limit, cuts off what it runs and all that somebody waits
        for there: those tasks were not left by anybody."""
        waited_for = [task for task in pending(loop) if getattr(task, "_callbacks", None)]
        if any(is_run_until_complete(task) for task in waited_for):
            self._told.update(waited_for)

    def _task_made(self, task: Any, loop: Any, coroutine: Any = None, *_args: Any, **_kwargs: Any) -> None:
        if not is_shutdown(coroutine):
            self.facts.task_made(loop)
        self._born(task, sys._getframe(2))
        self.coroutines.given_to_task(coroutine)

    def _future_made(self, future: Any) -> None:
        self._born(future, sys._getframe(2))

    def _generators_end(self, coroutine: Any, loop: Any) -> None:
        self._tell_generators(loop, "shutdown")
        self.coroutines.made(coroutine, origin.steps(sys._getframe(2)), RULE)

    def _born(self, made: Any, frame: Any) -> None:
        with contextlib.suppress(AttributeError, TypeError):  # of a class that takes no attributes
            setattr(made, _BIRTH, Birth(origin.steps(frame), self.findings.now.place))

    def _loop_closes(self, loop: Any) -> None:
        if loop.is_closed() or loop.is_running():
            return
        for task in pending(loop):
            self._tell_pending(task, "closed")
        if not getattr(loop, "_asyncgens_shutdown_called", False):
            self._tell_generators(loop, "closed")

    def _loop_dies(self, loop: Any, *_args: Any) -> None:
        if not loop.is_closed():
            self._tell_open_loop(loop, "dropped")

    def _shutting_down(self, cancel: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(cancel)
        def _cancel_all_tasks(loop: Any, *args: Any, **kwargs: Any) -> Any:
            with self._guarded("shutdown"):
                for task in pending(loop) if is_seen(loop) and not is_unwinding() else ():
                    if not waiting.is_until_cancelled(task):
                        self._tell_pending(task, "cancelled")
            result = cancel(loop, *args, **kwargs)
            with self._guarded("shutdown"):
                if is_seen(loop):
                    self._tell_generators(loop, "shutdown")
            return result

        return _cancel_all_tasks

    def _handler_called(self, loop: Any, context: Any) -> None:
        if getattr(loop, "_exception_handler", None) is not None:
            return  # somebody has it
        message = str(context.get("message") or "")
        exception = context.get("exception")
        if message.startswith(DESTROYED):
            self._tell_destroyed(context.get("task"))
        elif message.endswith(NOT_RETRIEVED):
            self._tell_lost_exception(context.get("future") or context.get("task"), exception, "dropped")
        else:
            self._tell_handled(message, exception)

    def _generator_starts(self, _loop: Any, generator: Any) -> None:
        self._generators[generator] = Birth(origin.steps(sys._getframe(2)), self.findings.now.place)

    # What is told.

    def _tell_open_loop(self, loop: Any, how: str) -> None:
        """A loop that the policy made when it was asked for one has no birth: nobody is expected to close it."""
        birth = birth_of(loop)
        if birth is None:
            return
        delattr(loop, _BIRTH)
        frames = origin.as_frames(birth.steps)
        self.findings.tell("event-loop-never-closed", type(loop).__qualname__, frames, birth.place, how=how)

    def _tell_pending(self, task: Any, how: str) -> None:
        if task not in self._told and not is_of_others(task) and not is_being_cancelled(task):
            self._told.add(task)
            self._tell_task("task-leak", task, how)

    def _tell_destroyed(self, task: Any) -> None:
        """A task that dies pending. Where its loop was closed before, it was told of then."""
        if task is None or task.get_loop().is_closed():
            return
        self._tell_task("discarded-task", task, "dropped")

    def _tell_task(self, rule: str, task: Any, how: str) -> None:
        birth = birth_of(task) or Birth((), self.findings.now.place)
        coroutine = task.get_coro()
        frames, name = origin.as_frames(birth.steps), origin.name_of(coroutine)
        self.findings.tell(rule, name, frames, birth.place, how=how, defined=origin.definition(coroutine))

    def _tell_lost_exception(self, future: Any, exception: Any, how: str) -> None:
        birth = birth_of(future) or Birth((), self.findings.now.place)
        coroutine = future.get_coro() if isinstance(future, asyncio.Task) else None
        self.findings.tell(
            "lost-task-exception",
            type(future).__qualname__ if coroutine is None else origin.name_of(coroutine),
            origin.as_frames(birth.steps),
            birth.place,
            how=how,
            defined=origin.definition(coroutine),
            exception=exception,
        )

    def _tell_handled(self, message: str, exception: Any) -> None:
        steps = raised_at(exception)
        place = self.findings.now.place
        self.findings.tell(
            "unhandled-loop-exception", message, origin.as_frames(steps), place, how="handler", exception=exception
        )

    def _tell_generators(self, loop: Any, how: str) -> None:
        for generator in list(getattr(loop, "_asyncgens", ())):
            if generator.ag_frame is None or generator in self._told:
                continue
            self._told.add(generator)
            birth = self._generators.get(generator) or Birth((), self.findings.now.place)
            self.findings.tell(
                "unclosed-async-generator",
                origin.name_of(generator),
                origin.as_frames(birth.steps),
                birth.place,
                how=how,
                defined=origin.definition(generator),
            )

    # How methods of `BaseEventLoop` are wrapped. What is called next is always the method, with what it was given.

    def _original(self, name: str) -> Any:
        """The method; `None` where this version has none, which is said."""
        original = getattr(BaseEventLoop, name, None)
        if original is None:
            words = f"asyncio's loops have no `{name}` here, and what it tells is not seen"
            self.findings.sink.write("limit", words=words)
        return original

    def _note(self, name: str, note: Callable[..., None]) -> None:
        original = self._original(name)
        if original is None:
            return
        error = self.findings.error

        @functools.wraps(original)
        def method(*args: Any, **kwargs: Any) -> Any:
            original(*args, **kwargs)
            try:
                note(*args, **kwargs)
            except Exception:
                error(name)

        setattr(BaseEventLoop, name, method)

    def _note_result(self, name: str, note: Callable[..., None], *, with_loop: bool = False) -> None:
        original = self._original(name)
        if original is None:
            return
        error = self.findings.error

        @functools.wraps(original)
        def method(loop: Any, *args: Any, **kwargs: Any) -> Any:
            result = original(loop, *args, **kwargs)
            try:
                note(result, *((loop, *args) if with_loop else args), **kwargs)
            except Exception:
                error(name)
            return result

        setattr(BaseEventLoop, name, method)

    def _before(self, name: str, note: Callable[..., None]) -> None:
        original = self._original(name)
        if original is None:
            return
        error = self.findings.error

        @functools.wraps(original)
        def method(*args: Any, **kwargs: Any) -> Any:
            try:
                note(*args, **kwargs)
            except Exception:
                error(name)
            return original(*args, **kwargs)

        setattr(BaseEventLoop, name, method)

    def _guarded(self, where: str) -> "Guard":
        return Guard(self.findings, where)


class Guard:
    """Makes an exception of the probe an event."""

    def __init__(self, findings: Findings, where: str) -> None:
        self.findings = findings
        self.where = where

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: Any, _exception: Any, _traceback: Any) -> bool:
        if kind is None or not issubclass(kind, Exception):
            return False
        self.findings.error(self.where)
        return True


def birth_of(made: Any) -> Optional[Birth]:
    """Where a loop, task or future was made."""
    birth = getattr(made, _BIRTH, None)
    return birth if isinstance(birth, Birth) else None


def tasks() -> List[Any]:
    """All tasks there are."""
    module: Any = asyncio.tasks
    found: List[Any] = []
    for name in ("_all_tasks", "_scheduled_tasks", "_eager_tasks"):
        registry: Iterable[Any] = getattr(module, name, ())
        for _attempt in range(3):
            try:
                found.extend(list(registry))
                break
            except RuntimeError:
                continue  # another thread made one meanwhile
    return found


def pending(loop: Any) -> List[Any]:
    """The tasks of a loop that are not done."""
    return [task for task in tasks() if not task.done() and task.get_loop() is loop]


def is_seen(loop: Any) -> bool:
    """Whether the loop is asyncio's, written in Python: of others it is not known where their tasks come from."""
    return isinstance(loop, BaseEventLoop)


def is_run_until_complete(task: Any) -> bool:
    """Whether a loop is run until this task is done."""
    ends_the_run = getattr(base_events, "_run_until_complete_cb", None)
    return any(callback is ends_the_run for callback, _context in task._callbacks)


def is_being_cancelled(task: Any) -> bool:
    """Whether somebody cancelled the task, which only needs another step to see it."""
    waiter = getattr(task, "_fut_waiter", None)
    if getattr(task, "_must_cancel", False) or (waiter is not None and waiter.cancelled()):
        return True
    cancelling = getattr(task, "cancelling", None)
    return cancelling is not None and cancelling() > 0


def is_of_others(task: Any) -> bool:
    """Whether the task is asyncio's, which closes a generator that was dropped, or of what runs the tests."""
    coroutine = task.get_coro()
    return type(coroutine).__name__.startswith("async_generator_a") or origin.name_of(coroutine) in _OWN


def is_shutdown(coroutine: Any) -> bool:
    """Whether the coroutine is asyncio's, and ends what is left on a loop that is about to be closed."""
    code = getattr(coroutine, "cr_code", None)
    return getattr(code, "co_name", "") in _SHUTDOWN and origin.is_hidden(code.co_filename)


def is_unwinding() -> bool:
    """Whether the program is being ended, by Ctrl-C or `sys.exit`: what is cut off then is no leak."""
    exception = sys.exc_info()[1]
    return exception is not None and not isinstance(exception, Exception)


def futures() -> List[Any]:
    """All futures and tasks that are alive."""
    gathering = getattr(asyncio.tasks, "_GatheringFuture", asyncio.Future)
    kinds = {id(kind) for kind in (asyncio.Future, asyncio.Task, gathering)}
    return [it for it in gc.get_objects() if id(type(it)) in kinds]


def raised_at(exception: Any) -> Tuple[Step, ...]:
    """The innermost frames of a traceback that are not asyncio's own."""
    traceback = getattr(exception, "__traceback__", None)
    found: List[Step] = []
    while traceback is not None:
        found[:0] = [(traceback.tb_frame.f_code, traceback.tb_lasti)]
        traceback = traceback.tb_next
    shown = [step for step in found if not origin.is_hidden(step[0].co_filename)]
    return tuple((shown or found)[: origin.DEPTH])
