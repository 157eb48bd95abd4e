"""Event loops, and what belongs to one: tasks, futures, asynchronous generators and its exception handler.

A task leaks if it is still pending when its loop is shut down, whenever that is: then nobody waits for it any more,
neither its test nor a fixture of a wider scope. Whatever runs the loop may cancel it then; it is told of before that,
unless it waits for just that.
"""

import asyncio
import functools
import sys
import weakref
from asyncio.base_events import BaseEventLoop
from typing import Any, Callable, Dict, List

from . import origin, outcomes, waiting
from .birth import Birth, birth_of, is_first, note_birth
from .coroutines import RULE, Coroutines
from .crossing import Crossings
from .facts import Facts
from .findings import Findings
from .hanging import Shutdown
from .tasks import (
    futures,
    is_being_cancelled,
    is_of_others,
    is_run_until_complete,
    is_seen,
    is_shutdown,
    pending,
)

_RUNNERS = ("asyncio.runners", "backports.asyncio.runner.runner", "anyio._backends._asyncio")
"""Modules with a `_cancel_all_tasks(loop)`, which runs when the loop is about to be closed."""

DESTROYED = "Task was destroyed but it is pending"
NOT_RETRIEVED = "exception was never retrieved"


class Loops:
    """Notices what becomes of event loops and of what belongs to them."""

    def __init__(self, findings: Findings, coroutines: Coroutines, facts: Facts, crossings: Crossings) -> None:
        self.findings = findings
        self.coroutines = coroutines
        self.facts = facts
        self.crossings = crossings
        self._open: "weakref.WeakSet[BaseEventLoop]" = weakref.WeakSet()
        """Each is put in when it is made: none of them dies then."""
        self._generators: Dict[int, Birth] = {}
        """By address: each generator of a loop was put in when it started, after all others that were there."""
        self._unpatched = list(_RUNNERS)

    def start(self) -> None:
        """Puts the hooks in their places."""
        self._note("__init__", self._loop_made)
        self._before("_set_coroutine_origin_tracking", self._loop_turns)
        self._note_result("create_task", self._task_made, with_loop=True)
        self._note_future()
        self._note_result("shutdown_asyncgens", self._generators_end, with_loop=True)
        self._before("close", self._loop_closes)
        self._before("__del__", self._loop_dies)
        self._before("call_exception_handler", self._handler_called)
        self._before("_asyncgen_firstiter_hook", self._generator_starts)
        self.watch()

    def watch(self) -> None:
        """Puts the hooks in the modules that have been imported meanwhile."""
        for name in self._unpatched:
            module: Any = sys.modules.get(name)
            cancel = getattr(module, "_cancel_all_tasks", None)
            if cancel is not None:
                self._unpatched = [it for it in self._unpatched if it != name]
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
            for task in pending(loop):
                self._tell_pending(task, "end")
        for future in futures():
            if future.done() and getattr(future, "_log_traceback", False) and is_seen(future.get_loop()):
                self._tell_lost_exception(future, future._exception, "end")

    # What the hooks do.

    def _loop_made(self, loop: Any, *_args: Any, **_kwargs: Any) -> None:
        frame = sys._getframe(2)
        is_default = origin.is_below(frame, asyncio.get_event_loop)
        note_birth(loop, Birth(origin.steps(frame), self.findings.now.place, is_default))
        self._open.add(loop)
        self.facts.loop_made(loop)

    def _loop_turns(self, loop: Any, is_tracking: bool) -> None:
        """asyncio calls this function when it starts to run a loop and when it ends, and nothing of the suite runs
        inside."""
        self.facts.loop_turns(loop)
        if not is_tracking and is_unwinding():
            self._settle_cut_off(loop)

    def _settle_cut_off(self, loop: Any) -> None:
        """Who ends a loop from outside, by Ctrl-C or a time limit, cuts off what it runs and all that somebody waits
        for there: those tasks were not left by anybody."""
        waited_for = [task for task in pending(loop) if getattr(task, "_callbacks", None)]
        if any(is_run_until_complete(task) for task in waited_for):
            for task in waited_for:
                is_first(task, self.findings.now.place)

    def _task_made(self, task: Any, loop: Any, coroutine: Any = None, *_args: Any, **_kwargs: Any) -> None:
        if not is_shutdown(coroutine):
            self.facts.task_made(loop)
        self._born(task, sys._getframe(2))
        self.coroutines.given_to_task(coroutine)

    def _generators_end(self, coroutine: Any, loop: Any) -> None:
        self._tell_generators(loop, "shutdown")
        self.coroutines.made(coroutine, origin.steps(sys._getframe(2)), RULE)

    def _born(self, made: Any, frame: Any) -> None:
        note_birth(made, Birth(origin.steps(frame), self.findings.now.place))

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
            left = [task for task in pending(loop) if not is_of_others(task)] if is_seen(loop) else []
            shutdown = Shutdown(self.findings, loop, left)
            with self._guarded("shutdown"):
                for task in () if is_unwinding() else left:
                    self._tell_pending(task, "cancelled")
                shutdown.begin()
            try:
                result = cancel(loop, *args, **kwargs)
            except BaseException:
                with self._guarded("shutdown"):
                    shutdown.end(is_cut_off=True)
                raise_struck(shutdown)
                raise
            else:
                with self._guarded("shutdown"):
                    shutdown.end(is_cut_off=False)
                    if is_seen(loop):
                        self._tell_generators(loop, "shutdown")
                return result
            finally:
                # The frame may live on in a traceback, and is to keep nothing that asyncio's own does not.
                del left, shutdown

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
        self._generators[id(generator)] = Birth(origin.steps(sys._getframe(2)), self.findings.now.place)

    # What is told.

    def _tell_open_loop(self, loop: Any, how: str) -> None:
        """A loop that the policy made when it was asked for one nobody is expected to close."""
        birth = birth_of(loop)
        if birth is None or birth.is_default or not is_first(loop, birth.place):
            return
        frames = origin.as_frames(birth.steps)
        self.findings.tell("event-loop-never-closed", type(loop).__qualname__, frames, birth.place, how=how)

    def _tell_pending(self, task: Any, how: str) -> None:
        if is_of_others(task) or is_being_cancelled(task):
            return
        is_leak = how != "cancelled" or not waiting.is_until_cancelled(task)
        if is_leak and is_first(task, self.findings.now.place):
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
        self.crossings.look(exception, birth.place, future.get_loop())
        is_of_runner = isinstance(future, asyncio.Task) and is_of_others(future)
        if is_of_runner or not outcomes.is_lost(exception):
            return
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
        steps = origin.raised_at(exception)
        place = self.findings.now.place
        self.crossings.look(exception)
        if exception is not None and not outcomes.is_lost(exception):
            return
        self.findings.tell(
            "unhandled-loop-exception", message, origin.as_frames(steps), place, how="handler", exception=exception
        )

    def _tell_generators(self, loop: Any, how: str) -> None:
        for generator in list(getattr(loop, "_asyncgens", ())):
            birth = self._generators.setdefault(id(generator), Birth((), self.findings.now.place))
            if generator.ag_frame is None or birth.is_told:
                continue
            birth.is_told = True
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

    def _note_future(self) -> None:
        """The method that is called most, so nothing stands between."""
        original = self._original("create_future")
        if original is None:
            return
        now, error = self.findings.now, self.findings.error

        @functools.wraps(original)
        def create_future(loop: Any) -> Any:
            future = original(loop)
            try:
                note_birth(future, Birth(origin.steps(sys._getframe(1)), now.place))
            except Exception:
                error("create_future")
            return future

        BaseEventLoop.create_future = create_future  # type: ignore[method-assign]

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


def raise_struck(shutdown: Shutdown) -> None:
    """Raises what a signal handler raised during a shutdown, if one did. Nothing here keeps the exception, for its
    traceback has this frame."""
    struck = shutdown.take_struck()
    try:
        if struck is not None:
            raise struck from None
    finally:
        del struck


def is_unwinding() -> bool:
    """Whether the program is being ended, by Ctrl-C or `sys.exit`: what is cut off then is no leak."""
    exception = sys.exc_info()[1]
    return exception is not None and not isinstance(exception, Exception)
