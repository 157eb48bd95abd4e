"""Functions for programs: calling a coroutine from sync code, and starting a task that nobody awaits."""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import functools
import os
import signal
import sys
import threading
from types import CoroutineType
from typing import Any, Awaitable, Callable, Dict, Generic, Iterator, Optional, Set, TypeVar

from ._awaitables import check_awaitable, discard, name_of

__all__ = ["background", "run_sync"]

T = TypeVar("T")


def run_sync(coro: Awaitable[T], *, allow_running_loop: bool = False) -> T:
    """Runs a coroutine from sync code, on an event loop of its own, and returns its result.

    Without a running event loop, this is `asyncio.run`. The coroutine sees the context variables of the caller. Those
    that the coroutine changes are changed for the caller too, as with `await`.

    With `allow_running_loop`, the coroutine runs on a helper thread while an event loop runs in this one. That loop is
    blocked meanwhile, so the coroutine must not wait for anything on it. Ctrl-C cancels the coroutine, waits for its
    clean-up and raises `KeyboardInterrupt`. A second Ctrl-C does not wait.

    Args:
        coro: A coroutine or another awaitable, but no future. It is always awaited or closed.
        allow_running_loop: Whether an event loop may be running in this thread.

    Returns:
        The result of the coroutine.

    Raises:
        TypeError: If `coro` cannot be awaited, or is a future.
        RuntimeError: If an event loop is running and `allow_running_loop` is not set.
    """
    check_awaitable(coro, "run_sync")
    is_running = _running_loop() is not None
    if is_running and not allow_running_loop:
        discard(coro)
        raise RuntimeError(
            f"run_sync() cannot run `{name_of(coro)}` here: an event loop is running in this thread. Await the "
            "coroutine instead, or pass allow_running_loop=True to block the loop and use a helper thread"
        )
    run = _ThreadRun(coro) if is_running else _Run(coro)
    try:
        return run.result()
    finally:
        run.adopt_context()


def background(coro: Awaitable[T], *, name: Optional[str] = None) -> asyncio.Task[T]:
    """Starts a task on the running event loop, and keeps it alive until it is done.

    If the task fails, its exception goes to the exception handler of the loop, which logs it by default. This is not
    done if the caller was waiting for the task and so received the exception, by `await`, `asyncio.gather` or
    `asyncio.shield`. A caller that looks at the task only later receives an exception that was reported before.

    Args:
        coro: A coroutine or another awaitable, but no future. It is always started or closed.
        name: The name of the task.

    Returns:
        The task. It can be awaited and cancelled; a cancelled task is not reported.

    Raises:
        TypeError: If `coro` cannot be awaited, or is a future.
        RuntimeError: If no event loop is running in this thread.
    """
    check_awaitable(coro, "background")
    loop = _running_loop()
    if loop is None:
        discard(coro)
        raise RuntimeError(
            f"background() cannot start `{name_of(coro)}`: no event loop is running in this thread. Call background() "
            "in a coroutine, or run the coroutine with run_sync()"
        )
    main: Any = coro if type(coro) is CoroutineType else _awaiting(coro)
    try:
        task: asyncio.Task[T] = loop.create_task(main, name=name)
    except BaseException:
        discard(main)
        discard(coro)
        raise
    _keep(task, loop)
    task.add_done_callback(functools.partial(_finished, loop, name_of(coro)))
    return task


def _running_loop() -> Optional[asyncio.AbstractEventLoop]:
    """The event loop that is running in this thread."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


async def _awaiting(awaitable: Awaitable[T]) -> T:
    return await awaitable


# background


_tasks: Dict[asyncio.AbstractEventLoop, Set[asyncio.Task[Any]]] = {}
"""The tasks that are not done, by event loop: a loop itself refers to its tasks only weakly."""


def _keep(task: asyncio.Task[Any], loop: asyncio.AbstractEventLoop) -> None:
    """Refers to a task until it is done. Loops that were closed before their tasks were done are forgotten."""
    if loop not in _tasks:
        for other in list(_tasks):
            if other.is_closed():
                _tasks.pop(other, None)
    _tasks.setdefault(loop, set()).add(task)


def _finished(loop: asyncio.AbstractEventLoop, name: str, task: asyncio.Task[Any]) -> None:
    """Forgets a task, and looks at its exception after those who wait for the task could."""
    tasks = _tasks.get(loop, set())
    tasks.discard(task)
    if not tasks:
        _tasks.pop(loop, None)
    if not task.cancelled():
        loop.call_soon(_report, loop, name, task)


def _report(loop: asyncio.AbstractEventLoop, name: str, task: asyncio.Task[Any]) -> None:
    """Reports the exception of a task, unless somebody asked for it or it ended the event loop."""
    if not getattr(task, "_log_traceback", True):
        return
    error = task.exception()
    if error is None or isinstance(error, (KeyboardInterrupt, SystemExit)):
        return
    message = f"background task {task.get_name()!r} failed in `{name}`, and nobody was waiting for it"
    loop.call_exception_handler({"message": message, "exception": error, "task": task})


# run_sync


_POLL: Optional[float] = 0.1 if os.name == "nt" else None
"""On Windows, Ctrl-C does not interrupt a wait; there a wait has to end by itself."""


class _Run(Generic[T]):
    """One coroutine on an event loop of its own."""

    def __init__(self, awaitable: Awaitable[T]) -> None:
        self._awaitable = awaitable
        self._context: Optional[contextvars.Context] = None
        """The context as the coroutine left it."""

    def result(self) -> T:
        """Runs the coroutine in this thread; closes it if that is not possible."""
        main = self._main()
        try:
            return asyncio.run(main)
        finally:
            discard(main)
            discard(self._awaitable)

    async def _main(self) -> T:
        try:
            return await self._awaitable
        finally:
            self._context = contextvars.copy_context()

    def adopt_context(self) -> None:
        """Sets the context variables that the coroutine changed."""
        if self._context is None:
            return
        current = contextvars.copy_context()
        missing = object()
        for variable, value in self._context.items():
            if current.get(variable, missing) is not value:
                variable.set(value)


class _ThreadRun(_Run[T]):
    """A coroutine on a helper thread, for which another thread waits."""

    _local = threading.local()
    """`running` is the run whose coroutine is on the event loop of this thread."""

    def __init__(self, awaitable: Awaitable[T]) -> None:
        super().__init__(awaitable)
        self._lock = threading.RLock()
        self._is_begun = False
        self._is_cancelled = False
        self._task: Optional[asyncio.Task[Any]] = None
        self._cancel: Optional[Callable[[], object]] = None
        """Cancels the coroutine, or the one that it is waiting for in another thread."""
        self._result: T
        self._error: Optional[BaseException] = None
        self._done = threading.Event()

    def result(self) -> T:
        """Runs the coroutine in a thread and waits for it."""
        context = contextvars.copy_context()
        name = f"run_sync-{name_of(self._awaitable)}"
        thread = threading.Thread(target=context.run, args=(self._work,), name=name, daemon=True)
        try:
            with _ctrl_c_raises(), self._waiting():
                try:
                    thread.start()
                    self._wait()
                except BaseException as interruption:
                    if self.cancel():
                        self._wait()
                        self._note_failure(interruption)
                    raise
            thread.join()
            return self._take()
        finally:
            discard(self._awaitable)

    def cancel(self) -> bool:
        """Cancels the coroutine from another thread. Without effect when it is done; it does not begin after this.

        Returns:
            Whether the thread had begun.
        """
        with self._lock:
            self._is_cancelled = True
            if self._cancel is not None:
                self._cancel()
            return self._is_begun

    def _wait(self) -> None:
        while not self._done.wait(_POLL):
            pass

    def _note_failure(self, interruption: BaseException) -> None:
        """Keeps the exception of a clean-up that failed as the context of what interrupted the wait."""
        try:
            self._take()
        except asyncio.CancelledError:
            pass
        except BaseException as error:
            if interruption.__context__ is None:
                interruption.__context__ = error

    @contextlib.contextmanager
    def _waiting(self) -> Iterator[None]:
        """While the loop of this thread is blocked, its cancellation has to reach the coroutine that it waits for.

        If the coroutine of that loop is the one that waits, it gets the cancellation from there.
        """
        parent: Optional[_ThreadRun[Any]] = getattr(self._local, "running", None)
        if parent is None:
            yield
            return
        with parent._lock:
            own = parent._cancel
            is_waiting = asyncio.current_task() is parent._task

            def cancel() -> None:
                self.cancel()
                if own is not None and not is_waiting:
                    own()

            parent._cancel = cancel
            if parent._is_cancelled:
                self.cancel()
        try:
            yield
        finally:
            with parent._lock:
                parent._cancel = own

    def _work(self) -> None:
        """What the thread does."""
        with self._lock:
            self._is_begun = True
        self._local.running = self
        try:
            self._result = super().result()
        except BaseException as error:
            self._error = error
        finally:
            self._done.set()

    def _take(self) -> T:
        """The result of the coroutine; raises its exception without keeping it."""
        error, self._error = self._error, None
        if error is not None:
            try:
                raise error
            finally:
                del error
        return self._result

    async def _main(self) -> T:
        loop = asyncio.get_running_loop()
        with self._lock:
            if self._is_cancelled:
                raise asyncio.CancelledError
            self._task = task = asyncio.current_task()
            assert task is not None
            cancel = task.cancel
            self._cancel = lambda: loop.call_soon_threadsafe(cancel)
        try:
            return await super()._main()
        finally:
            with self._lock:
                self._cancel = None


@contextlib.contextmanager
def _ctrl_c_raises() -> Iterator[None]:
    """Has Ctrl-C raise `KeyboardInterrupt` here. `asyncio.run` has it cancel a task, which a blocked loop never does.

    A handler of the program's own is left in its place.
    """
    handler: Any = None
    if sys.version_info >= (3, 11) and threading.current_thread() is threading.main_thread():
        installed: Any = signal.getsignal(signal.SIGINT)
        function = getattr(installed, "func", None)
        if isinstance(getattr(function, "__self__", None), asyncio.Runner):
            handler = installed
    if handler is None:
        yield
        return
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
