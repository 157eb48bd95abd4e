"""Questions to tasks and futures."""

import asyncio
from asyncio import base_events
from asyncio.base_events import BaseEventLoop
from typing import Any, List

from . import heap, origin

_OWN = ("TestRunner._run_tests_and_fixtures", "IsolatedAsyncioTestCase._asyncioLoopRunner")
"""What those that run tests, anyio and unittest, run for themselves."""

_SHUTDOWN = ("shutdown_asyncgens", "shutdown_default_executor")
"""What runs a loop makes tasks of these methods of it before it closes it."""


_ALL = asyncio.all_tasks
"""As it was before the suite began. Tasks written in C are in no registry from Python 3.14 on that could be read
instead."""


def pending(loop: Any) -> List[Any]:
    """The tasks of a loop that are not done."""
    return list(_ALL(loop))


def is_seen(loop: Any) -> bool:
    """Whether the loop is asyncio's, written in Python: of others it is not known where their tasks come from."""
    return isinstance(loop, BaseEventLoop)


def is_run_until_complete(task: Any) -> bool:
    """Whether a loop is run until this task is done."""
    ends_the_run = getattr(base_events, "_run_until_complete_cb", None)
    return any(callback is ends_the_run for callback, _context in task._callbacks)


def is_being_cancelled(task: Any) -> bool:
    """Whether somebody cancelled the task, whether or not it knows."""
    cancelling = getattr(task, "cancelling", None)
    return is_to_see_cancellation(task) or (cancelling is not None and cancelling() > 0)


def is_to_see_cancellation(task: Any) -> bool:
    """Whether the next step of the task raises its cancellation."""
    waiter = getattr(task, "_fut_waiter", None)
    return getattr(task, "_must_cancel", False) or (waiter is not None and waiter.cancelled())


def is_of_others(task: Any) -> bool:
    """Whether the task is asyncio's, which closes a generator that was dropped, or of what runs the tests."""
    coroutine = task.get_coro()
    return type(coroutine).__name__.startswith("async_generator_a") or origin.name_of(coroutine) in _OWN


def is_shutdown(coroutine: Any) -> bool:
    """Whether the coroutine is asyncio's, and ends what is left on a loop that is about to be closed."""
    code = getattr(coroutine, "cr_code", None)
    return getattr(code, "co_name", "") in _SHUTDOWN and origin.is_hidden(code.co_filename)


def futures() -> List[Any]:
    """All futures and tasks that are alive."""
    gathering = getattr(asyncio.tasks, "_GatheringFuture", asyncio.Future)
    future, task = asyncio.Future, asyncio.Task
    return [it for it in heap.objects() if (kind := type(it)) is future or kind is task or kind is gathering]
