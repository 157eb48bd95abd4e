"""What a block of code leaves behind: tasks, coroutines that nobody awaited, and open event loops."""

import asyncio
import gc
import inspect
import sys
import threading
import warnings
from asyncio.base_events import BaseEventLoop
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from types import CoroutineType, TracebackType
from typing import Any, Callable, Dict, List, Optional, Set, Tuple, Type

from .._awaitables import name_of
from ._places import origin_of, place_of

_DEPTH = 16
"""So many frames are kept for each coroutine: the nearest ones can be asyncio's or a mock's."""


def assert_no_leaks() -> "_LeakCheck":
    """Checks that a block, `with` or `async with`, leaves nothing behind.

    These are leaks at the end of the block: a task of the running event loop that is not done and was not there at
    the start, a coroutine that was created in the block by this thread and was never awaited, and an event loop that
    was created in the block and is not closed. Nothing is cancelled or closed.

    Returns:
        A context manager for one use. Its end raises an `AssertionError` that names each leak and where it was
        created. If the block failed, that exception stays, with a note from Python 3.11 on.

    Raises:
        RuntimeError: If the context manager is entered twice.
    """
    return _LeakCheck()


class _LeakCheck(AbstractContextManager["_LeakCheck"], AbstractAsyncContextManager["_LeakCheck"]):
    """One block, and what was created in it."""

    def __init__(self) -> None:
        self._is_used = False
        self._tasks: Set[Any] = set()
        self._coroutines: Dict[int, object] = {}
        """Coroutines that had not started before, by address, with the object that tells where each was created."""
        self.dropped: List[str] = []
        """The coroutines that were destroyed without having started."""
        self.loops: List[Tuple[Any, str]] = []
        """The event loops that were created, with their places."""

    def __enter__(self) -> "_LeakCheck":
        if self._is_used:
            raise RuntimeError("assert_no_leaks() can be entered once; call it again")
        self._is_used = True
        self._tasks = _pending_tasks()
        self._coroutines = {id(it): it.cr_origin for it in _unstarted_coroutines()}
        _begin(self)
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        __tracebackhide__ = True
        try:
            leaks = self._leaks()
        finally:
            _end(self)
        if not leaks:
            return
        message = "\n".join([f"{len(leaks)} leak{'s' if len(leaks) > 1 else ''}:", *(f"  {leak}" for leak in leaks)])
        if error is None:
            raise AssertionError(message)
        if sys.version_info >= (3, 11):
            error.add_note(message)

    async def __aenter__(self) -> "_LeakCheck":
        return self.__enter__()

    async def __aexit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        __tracebackhide__ = True
        self.__exit__(kind, error, traceback)

    def is_of_block(self, coroutine: Any) -> bool:
        """Whether a coroutine was created in the block."""
        origin = coroutine.cr_origin
        return origin is not None and self._coroutines.get(id(coroutine)) is not origin

    def _leaks(self) -> List[str]:
        leaks: List[str] = []
        tasks = _pending_tasks()
        of_tasks = {id(task.get_coro()) for task in tasks}
        for task in sorted(tasks - self._tasks, key=lambda task: str(task.get_name())):
            coroutine = task.get_coro()
            leaks.append(f"task {task.get_name()!r} of `{name_of(coroutine)}` is not done, {origin_of(coroutine)}")
        leaks += self.dropped
        for coroutine in _unstarted_coroutines():
            if id(coroutine) not in of_tasks and self.is_of_block(coroutine):
                leaks.append(unawaited(coroutine))
        leaks += [f"event loop {loop!r} is not closed, {place}" for loop, place in self.loops if not loop.is_closed()]
        return leaks


def unawaited(coroutine: Any) -> str:
    """What is to be said about a coroutine that nobody awaited."""
    name = name_of(coroutine)
    what = "call of an AsyncMock" if name == "AsyncMockMixin._execute_mock_call" else f"coroutine `{name}`"
    return f"{what} was never awaited, {origin_of(coroutine)}"


def _pending_tasks() -> Set[Any]:
    """The tasks of the running event loop that are not done, without the current one."""
    try:
        return set(asyncio.all_tasks()) - {asyncio.current_task()}
    except RuntimeError:
        return set()


def _unstarted_coroutines() -> List[Any]:
    """All coroutines that have not started."""
    coroutines: List[Any] = [it for it in gc.get_objects() if type(it) is CoroutineType]
    return [it for it in coroutines if inspect.getcoroutinestate(it) == inspect.CORO_CREATED]


# How a check learns what happens


class _Hook:
    """A function of a module or class that is replaced while checks are running."""

    def __init__(self, owner: Any, name: str, replacement_of: Callable[[Any], Any]) -> None:
        self._owner = owner
        self._name = name
        self._replacement_of = replacement_of

    def install(self) -> None:
        """Replaces the function."""
        self._original = getattr(self._owner, self._name)
        self._replacement = self._replacement_of(self._original)
        setattr(self._owner, self._name, self._replacement)

    def uninstall(self) -> None:
        """Puts the function back, unless somebody has replaced it in turn."""
        if getattr(self._owner, self._name) is self._replacement:
            setattr(self._owner, self._name, self._original)


def _noting_dropped(warn: Any) -> Any:
    def _warn_unawaited_coroutine(coroutine: Any) -> None:
        for check in list(_checks):
            if check.is_of_block(coroutine):
                check.dropped.append(unawaited(coroutine))
        warn(coroutine)

    return _warn_unawaited_coroutine


def _noting_loops(initialize: Any) -> Any:
    def __init__(loop: Any, *args: Any, **keywords: Any) -> None:
        initialize(loop, *args, **keywords)
        place = f"created at {place_of(sys._getframe(1))}"
        for check in list(_checks):
            check.loops.append((loop, place))

    return __init__


_checks: List[_LeakCheck] = []
_lock = threading.RLock()
_hooks = (
    # The interpreter calls this function with each coroutine that is destroyed without having started.
    _Hook(warnings, "_warn_unawaited_coroutine", _noting_dropped),
    _Hook(BaseEventLoop, "__init__", _noting_loops),
)
_tracking = threading.local()
"""The number of checks in a thread, and how deep it tracks the origin of coroutines without them."""


def _begin(check: _LeakCheck) -> None:
    with _lock:
        if not _checks:
            for hook in _hooks:
                hook.install()
        _checks.append(check)
    count = getattr(_tracking, "count", 0)
    if count == 0:
        _tracking.depth = sys.get_coroutine_origin_tracking_depth()
        sys.set_coroutine_origin_tracking_depth(max(_tracking.depth, _DEPTH))
    _tracking.count = count + 1


def _end(check: _LeakCheck) -> None:
    _tracking.count -= 1
    if _tracking.count == 0:
        sys.set_coroutine_origin_tracking_depth(_tracking.depth)
    with _lock:
        _checks.remove(check)
        if not _checks:
            for hook in _hooks:
                hook.uninstall()
