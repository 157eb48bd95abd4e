"""Tests of `loopmend.aio`."""

import asyncio
import contextvars
import gc
import signal
import threading
import traceback
import types
import weakref
from typing import Any, Awaitable, Callable, Coroutine, Dict, Generator, Iterator, List, Optional
from unittest.mock import AsyncMock, MagicMock, Mock

import pytest

from loopmend import aio
from loopmend.aio import background, run_sync

variable: contextvars.ContextVar[str] = contextvars.ContextVar("variable", default="default")

needs_signals = pytest.mark.skipif(not hasattr(signal, "pthread_kill"), reason="needs signals of threads")


def interrupt() -> None:
    """Ctrl-C, as the main thread gets it."""
    signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)


def in_loop(function: Callable[[], Any]) -> Any:
    """Calls a function while an event loop runs."""

    async def main() -> Any:
        return function()

    return asyncio.run(main())


def alone(function: Callable[[], Any]) -> Any:
    return function()


@pytest.fixture(params=[alone, in_loop])
def call(request: pytest.FixtureRequest) -> Any:
    """Calls a function without and with a running event loop."""
    return request.param


async def double(number: int) -> int:
    await asyncio.sleep(0)
    return 2 * number


@types.coroutine
def by_generator(number: int) -> Generator[Any, Any, int]:
    yield
    return 2 * number


class Later:
    """An awaitable that is no coroutine."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __await__(self) -> Generator[Any, Any, int]:
        return double(self.number).__await__()


class Foreign:
    """A coroutine as other compilers make them."""

    is_closed = False

    def __await__(self) -> Iterator[Any]:
        return iter(())

    def send(self, value: Any) -> Any:
        raise StopIteration(1)

    def throw(self, *error: Any) -> Any:
        raise error[0]

    def close(self) -> None:
        self.is_closed = True


def is_closed(coroutine: Any) -> bool:
    return coroutine.cr_frame is None


# run_sync


@pytest.mark.parametrize("make", [double, by_generator, Later])
def test_the_result_is_returned(make: Callable[[int], Awaitable[int]], call: Any) -> None:
    assert call(lambda: run_sync(make(21), allow_running_loop=True)) == 42


def test_the_coroutine_runs_in_this_thread_without_a_loop() -> None:
    async def thread() -> threading.Thread:
        return threading.current_thread()

    assert run_sync(thread(), allow_running_loop=True) is threading.current_thread()
    assert run_sync(thread()) is threading.current_thread()


def test_the_coroutine_runs_in_another_thread_under_a_loop() -> None:
    async def where() -> Any:
        return threading.current_thread(), asyncio.get_running_loop()

    async def main() -> None:
        thread, loop = run_sync(where(), allow_running_loop=True)
        assert thread is not threading.current_thread()
        assert not thread.is_alive()
        assert loop is not asyncio.get_running_loop()
        assert loop.is_closed()

    asyncio.run(main())


def test_a_running_loop_is_refused_and_the_coroutine_closed() -> None:
    coroutine = double(1)
    with pytest.raises(RuntimeError, match=r"`double`.*Await the coroutine.*allow_running_loop=True"):
        in_loop(lambda: run_sync(coroutine))
    assert is_closed(coroutine)


@pytest.mark.parametrize("make", [by_generator, Foreign])
def test_coroutines_of_other_kinds_are_closed_too(make: Any) -> None:
    coroutine = make(1) if make is by_generator else make()
    with pytest.raises(RuntimeError, match="allow_running_loop"):
        in_loop(lambda: run_sync(coroutine))
    assert coroutine.is_closed if make is Foreign else coroutine.gi_frame is None


async def numbers() -> Any:
    yield 1


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1, "not int"),
        (None, "not NoneType"),
        (double, r"`double` was not called: pass `double\(\.\.\.\)`"),
        (lambda: None, "was not called"),
        (numbers(), "asynchronous generator"),
        ((number for number in ()), "not "),
        (Mock(), "not Mock"),
        (MagicMock(), "not MagicMock"),
        (AsyncMock(), "not AsyncMock"),
        (Mock(spec=Later(1)), "not Mock"),
    ],
)
@pytest.mark.parametrize("function", [run_sync, background])
def test_what_cannot_be_awaited_is_a_type_error(function: Any, value: Any, words: str) -> None:
    with pytest.raises(TypeError, match=words):
        function(value)


@pytest.mark.parametrize("function", [run_sync, background])
def test_a_future_is_a_type_error(function: Any) -> None:
    async def main() -> None:
        task = asyncio.ensure_future(double(1))
        with pytest.raises(TypeError, match="Task belongs to its own event loop: await it there"):
            function(task)
        assert await task == 2

    asyncio.run(main())


def test_a_call_of_an_async_mock_is_awaited(call: Any) -> None:
    mock = AsyncMock(return_value=3)
    assert call(lambda: run_sync(mock(1), allow_running_loop=True)) == 3
    mock.assert_awaited_once_with(1)


def test_an_exception_keeps_its_traceback(call: Any) -> None:
    async def fail() -> None:
        await asyncio.sleep(0)
        raise LookupError("missing")

    with pytest.raises(LookupError, match="missing") as raised:
        call(lambda: run_sync(fail(), allow_running_loop=True))
    names = [frame.name for frame in traceback.extract_tb(raised.value.__traceback__)]
    assert names[-1] == "fail"
    assert names.index("run_sync") < names.index("fail")


def test_a_cancellation_is_raised(call: Any) -> None:
    async def cancelled() -> None:
        raise asyncio.CancelledError("mine")

    def run() -> str:
        with pytest.raises(asyncio.CancelledError):
            run_sync(cancelled(), allow_running_loop=True)
        return "done"

    assert call(run) == "done"


@pytest.mark.parametrize("error", [SystemExit(3), KeyboardInterrupt("mine")])
def test_what_ends_the_program_is_raised(error: BaseException, call: Any) -> None:
    async def leave() -> None:
        raise error

    with pytest.raises(type(error)) as raised:
        call(lambda: run_sync(leave(), allow_running_loop=True))
    assert raised.value is error


def test_an_awaited_coroutine_cannot_be_used_again(call: Any) -> None:
    coroutine = double(1)
    assert run_sync(coroutine) == 2
    with pytest.raises(RuntimeError, match="cannot reuse already awaited coroutine"):
        call(lambda: run_sync(coroutine, allow_running_loop=True))


def test_context_variables_reach_the_coroutine_and_come_back(call: Any) -> None:
    added: contextvars.ContextVar[int] = contextvars.ContextVar("added")

    async def change() -> str:
        seen = variable.get()
        await asyncio.sleep(0)
        variable.set("inner")
        added.set(1)
        return seen

    def run() -> None:
        variable.set("outer")
        assert run_sync(change(), allow_running_loop=True) == "outer"
        assert variable.get() == "inner"
        assert added.get() == 1

    contextvars.copy_context().run(call, run)


def test_context_variables_come_back_from_a_coroutine_that_fails(call: Any) -> None:
    async def change() -> None:
        variable.set("inner")
        raise LookupError

    def run() -> None:
        with pytest.raises(LookupError):
            run_sync(change(), allow_running_loop=True)
        assert variable.get() == "inner"

    contextvars.copy_context().run(call, run)


def test_calls_can_be_nested() -> None:
    async def down(depth: int) -> List[Any]:
        thread = threading.current_thread()
        return [thread, *(run_sync(down(depth - 1), allow_running_loop=True) if depth else [])]

    threads = run_sync(down(3))
    assert len(set(threads)) == 4


def test_a_nested_call_without_the_option_is_refused(call: Any) -> None:
    async def outer() -> int:
        return run_sync(double(1))

    with pytest.raises(RuntimeError, match="`double` here"):
        call(lambda: run_sync(outer(), allow_running_loop=True))


def test_a_call_in_another_thread_than_the_main_one() -> None:
    results: List[int] = []
    thread = threading.Thread(
        target=lambda: results.append(in_loop(lambda: run_sync(double(4), allow_running_loop=True)))
    )
    thread.start()
    thread.join()
    assert results == [8]


def test_a_wait_can_end_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aio, "_POLL", 0.0)
    in_loop(lambda: run_sync(turns(1000), allow_running_loop=True))


def test_the_coroutine_is_closed_if_no_loop_can_be_made(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise OSError("too many open files")

    coroutine = double(1)

    def run() -> None:
        monkeypatch.setattr(asyncio.events, "new_event_loop", fail)
        with pytest.raises(OSError, match="too many"):
            run_sync(coroutine, allow_running_loop=True)
        monkeypatch.undo()

    call(run)
    assert is_closed(coroutine)


@pytest.mark.parametrize("error", [RuntimeError("can't start new thread"), KeyboardInterrupt()])
def test_the_coroutine_is_closed_if_no_thread_starts(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    coroutine = double(1)

    def fail(_thread: threading.Thread) -> None:
        raise error

    async def main() -> None:
        monkeypatch.setattr(threading.Thread, "start", fail)
        with pytest.raises(type(error)) as raised:
            run_sync(coroutine, allow_running_loop=True)
        assert raised.value is error

    asyncio.run(main())
    assert is_closed(coroutine)


def test_a_thread_that_begins_too_late_does_not_run_the_coroutine() -> None:
    coroutine = double(1)
    run = aio._ThreadRun(coroutine)
    assert not run.cancel()
    thread = threading.Thread(target=run._work)
    thread.start()
    thread.join()
    with pytest.raises(asyncio.CancelledError):
        run._take()
    assert is_closed(coroutine)


# run_sync and Ctrl-C


class Waiting:
    """A coroutine that is interrupted, and what happened in it."""

    def __init__(self, clean_up: Callable[[], Coroutine[Any, Any, None]] = lambda: asyncio.sleep(0)) -> None:
        self.clean_up = clean_up
        self.events: List[str] = []

    async def run(self, interrupt: Callable[[], None] = interrupt) -> str:
        try:
            asyncio.get_running_loop().call_soon(interrupt)
            await asyncio.get_running_loop().create_future()
        except asyncio.CancelledError:
            self.events.append("cancelled")
            raise
        finally:
            await self.clean_up()
            self.events.append("cleaned up")
        return "unreachable"


@needs_signals
def test_ctrl_c_cancels_waits_and_raises(call: Any) -> None:
    waiting = Waiting()
    handler = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        call(lambda: run_sync(waiting.run(), allow_running_loop=True))
    assert waiting.events == ["cancelled", "cleaned up"]
    assert signal.getsignal(signal.SIGINT) is handler


@needs_signals
def test_ctrl_c_in_a_loop_can_be_caught_and_the_handler_is_put_back() -> None:
    async def main() -> str:
        before = signal.getsignal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            run_sync(Waiting().run(), allow_running_loop=True)
        assert signal.getsignal(signal.SIGINT) == before
        await asyncio.sleep(0)
        return "not cancelled"

    assert asyncio.run(main()) == "not cancelled"


@needs_signals
def test_a_clean_up_that_fails_is_the_context_of_ctrl_c() -> None:
    async def fail() -> None:
        raise LookupError("in clean-up")

    async def main() -> None:
        with pytest.raises(KeyboardInterrupt) as raised:
            run_sync(Waiting(fail).run(), allow_running_loop=True)
        assert isinstance(raised.value.__context__, LookupError)

    asyncio.run(main())


@needs_signals
def test_ctrl_c_is_raised_also_if_the_coroutine_ignores_its_cancellation() -> None:
    async def stubborn() -> str:
        try:
            return await Waiting().run()
        except asyncio.CancelledError:
            return "ignored"

    async def main() -> None:
        with pytest.raises(KeyboardInterrupt) as raised:
            run_sync(stubborn(), allow_running_loop=True)
        assert raised.value.__context__ is None

    asyncio.run(main())


@needs_signals
def test_a_context_that_ctrl_c_has_is_kept() -> None:
    async def fail() -> None:
        raise LookupError("in clean-up")

    async def main() -> None:
        try:
            raise ValueError("earlier")
        except ValueError:
            with pytest.raises(KeyboardInterrupt) as raised:
                run_sync(Waiting(fail).run(), allow_running_loop=True)
        assert isinstance(raised.value.__context__, ValueError)

    asyncio.run(main())


@needs_signals
def test_a_second_ctrl_c_does_not_wait() -> None:
    release = threading.Event()
    threads: List[threading.Thread] = []

    async def hang() -> None:
        threads.append(threading.current_thread())
        interrupt()
        release.wait()

    async def main() -> None:
        with pytest.raises(KeyboardInterrupt):
            run_sync(Waiting(hang).run(), allow_running_loop=True)

    asyncio.run(main())
    assert threads[0].is_alive()
    release.set()
    threads[0].join()


@needs_signals
def test_ctrl_c_reaches_the_innermost_of_nested_calls() -> None:
    inner = Waiting()
    events: List[str] = []

    async def outer() -> None:
        try:
            run_sync(inner.run(), allow_running_loop=True)
        except asyncio.CancelledError:
            events.append("outer cancelled")
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            events.append("outer cleaned up")
            raise

    with pytest.raises(KeyboardInterrupt):
        in_loop(lambda: run_sync(outer(), allow_running_loop=True))
    assert inner.events == ["cancelled", "cleaned up"]
    assert events == ["outer cancelled", "outer cleaned up"]


@needs_signals
def test_ctrl_c_cancels_the_coroutine_also_if_another_task_blocks_its_loop() -> None:
    inner, outer = Waiting(), Waiting()

    async def block() -> None:
        run_sync(inner.run(), allow_running_loop=True)

    async def main() -> None:
        task = asyncio.ensure_future(block())
        try:
            await outer.run(lambda: None)
        finally:
            with pytest.raises(asyncio.CancelledError):
                await task

    with pytest.raises(KeyboardInterrupt):
        in_loop(lambda: run_sync(main(), allow_running_loop=True))
    assert inner.events == outer.events == ["cancelled", "cleaned up"]


def test_a_call_in_a_run_that_was_cancelled_is_cancelled() -> None:
    run: Optional[aio._ThreadRun[None]] = None
    events: List[str] = []

    async def never() -> None:
        events.append("begun")

    async def outer() -> None:
        assert run is not None
        assert run.cancel()
        coroutine = never()
        with pytest.raises(asyncio.CancelledError):
            run_sync(coroutine, allow_running_loop=True)
        assert is_closed(coroutine)
        events.append("refused")

    run = aio._ThreadRun(outer())
    asyncio.run(_result(run))
    assert events == ["refused"]


def test_a_blocked_loop_without_a_task_of_its_own_is_cancelled_later() -> None:
    """Ctrl-C while asyncio ends what is left on the loop: the coroutine itself is done."""
    inner = Waiting()
    run: Optional[aio._ThreadRun[None]] = None

    async def left() -> None:
        try:
            await asyncio.get_running_loop().create_future()
        finally:
            assert run is not None
            with pytest.raises(asyncio.CancelledError):
                run_sync(inner.run(run.cancel), allow_running_loop=True)

    async def outer() -> None:
        background(left())
        await asyncio.sleep(0)

    run = aio._ThreadRun(outer())
    asyncio.run(_result(run))
    assert inner.events == ["cancelled", "cleaned up"]


async def _result(run: Any) -> Any:
    return run.result()


@needs_signals
def test_a_handler_of_the_program_is_left_in_its_place() -> None:
    seen: List[int] = []
    previous = signal.signal(signal.SIGINT, lambda number, frame: seen.append(number))
    done = threading.Event()

    async def finish() -> str:
        interrupt()
        done.set()
        return "finished"

    try:
        assert in_loop(lambda: run_sync(finish(), allow_running_loop=True)) == "finished"
    finally:
        signal.signal(signal.SIGINT, previous)
    assert seen == [signal.SIGINT]


# background


class Handler:
    """The exception handler of a loop, which keeps what it gets."""

    def __init__(self) -> None:
        self.contexts: List[Dict[str, Any]] = []
        asyncio.get_running_loop().set_exception_handler(lambda _loop, context: self.contexts.append(context))


async def turns(count: int = 5) -> None:
    for _turn in range(count):
        await asyncio.sleep(0)


async def fail() -> None:
    raise LookupError("missing")


@pytest.mark.parametrize("make", [double, by_generator, Later])
def test_a_task_is_returned(make: Callable[[int], Awaitable[int]]) -> None:
    async def main() -> None:
        task = background(make(4), name="four")
        assert isinstance(task, asyncio.Task)
        assert task.get_name() == "four"
        assert await task == 8
        await turns()
        assert aio._tasks == {}

    asyncio.run(main())


def test_a_task_that_nothing_else_refers_to_is_kept() -> None:
    async def main() -> None:
        released = False
        waiting: List[Any] = []

        async def wait() -> None:
            nonlocal released
            future = asyncio.get_running_loop().create_future()
            waiting.append(weakref.ref(future))
            await future
            released = True

        background(wait())
        await turns()
        gc.collect()
        waiting[0]().set_result(None)
        await turns()
        gc.collect()
        assert released
        assert waiting[0]() is None
        assert aio._tasks == {}

    asyncio.run(main())


def test_an_exception_is_reported_once(caplog: pytest.LogCaptureFixture) -> None:
    async def main() -> List[Dict[str, Any]]:
        handler = Handler()
        background(fail(), name="failing")
        await turns()
        gc.collect()
        return handler.contexts

    (context,) = asyncio.run(main())
    assert context["message"] == "background task 'failing' failed in `fail`, and nobody was waiting for it"
    assert isinstance(context["exception"], LookupError)
    assert context["task"].get_name() == "failing"
    del context
    gc.collect()
    assert not caplog.records


def test_the_default_handler_logs_the_exception(caplog: pytest.LogCaptureFixture) -> None:
    async def main() -> None:
        background(fail())
        await turns()

    asyncio.run(main())
    (record,) = caplog.records
    assert "failed in `fail`" in record.message
    assert record.exc_info
    assert isinstance(record.exc_info[1], LookupError)


@pytest.mark.parametrize("wait", [lambda task: task, lambda task: asyncio.gather(task), asyncio.shield])
def test_an_exception_that_the_caller_gets_is_not_reported(wait: Any) -> None:
    async def main() -> None:
        handler = Handler()
        with pytest.raises(LookupError):
            await wait(background(fail()))
        await turns()
        assert handler.contexts == []

    asyncio.run(main())


def test_an_exception_that_was_reported_is_raised_too() -> None:
    async def main() -> None:
        handler = Handler()
        task = background(fail())
        await turns()
        with pytest.raises(LookupError):
            await task
        assert len(handler.contexts) == 1

    asyncio.run(main())


def test_a_cancelled_task_is_not_reported() -> None:
    async def main() -> None:
        handler = Handler()
        task = background(asyncio.sleep(60))
        await turns()
        task.cancel()
        await turns()
        assert task.cancelled()
        assert handler.contexts == []
        assert aio._tasks == {}

    asyncio.run(main())


@pytest.mark.parametrize("error", [SystemExit(1), KeyboardInterrupt()])
def test_what_ends_the_program_is_not_reported(error: BaseException, caplog: pytest.LogCaptureFixture) -> None:
    async def leave() -> None:
        raise error

    async def main() -> None:
        background(leave())
        await turns()

    with pytest.raises(type(error)):
        asyncio.run(main())
    gc.collect()
    assert not caplog.records


def test_a_task_that_does_not_say_who_asked_is_reported() -> None:
    class Task(asyncio.Task):  # type: ignore[type-arg]
        @property
        def _log_traceback(self) -> bool:
            raise AttributeError

    async def main() -> None:
        handler = Handler()
        loop = asyncio.get_running_loop()
        loop.set_task_factory(lambda loop, coroutine, **keywords: Task(coroutine, loop=loop, **keywords))
        background(double(1))
        background(fail())
        await turns()
        assert len(handler.contexts) == 1

    asyncio.run(main())


def test_no_running_loop_is_refused_and_the_coroutine_closed() -> None:
    coroutine = double(1)
    with pytest.raises(RuntimeError, match=r"cannot start `double`: no event loop is running.*run_sync\(\)"):
        background(coroutine)
    assert is_closed(coroutine)


@pytest.mark.parametrize("make", [double, by_generator])
def test_the_coroutine_is_closed_if_no_task_can_be_made(make: Any) -> None:
    def refuse(_loop: Any, _coroutine: Any, **_keywords: Any) -> Any:
        raise LookupError("no tasks today")

    async def main() -> None:
        coroutine = make(1)
        asyncio.get_running_loop().set_task_factory(refuse)
        with pytest.raises(LookupError, match="no tasks today"):
            background(coroutine)
        asyncio.get_running_loop().set_task_factory(None)
        assert getattr(coroutine, "cr_frame", None) is None
        assert getattr(coroutine, "gi_frame", None) is None

    asyncio.run(main())


def test_tasks_of_closed_loops_are_forgotten(caplog: pytest.LogCaptureFixture) -> None:
    async def leave() -> Any:
        return background(asyncio.sleep(60))

    loop = asyncio.new_event_loop()
    task = loop.run_until_complete(leave())
    loop.close()
    assert aio._tasks == {loop: {task}}
    del task

    async def main() -> None:
        first, second = background(double(1)), background(double(2))
        assert list(aio._tasks) == [asyncio.get_running_loop()]
        assert await asyncio.gather(first, second) == [2, 4]

    asyncio.run(main())
    assert aio._tasks == {}
    del loop
    gc.collect()
    assert "was destroyed but it is pending" in caplog.text


def test_tasks_of_other_loops_are_kept() -> None:
    async def begin() -> "asyncio.Task[int]":
        return background(double(1))

    loops = [asyncio.new_event_loop(), asyncio.new_event_loop()]
    tasks = [loop.run_until_complete(begin()) for loop in loops]
    assert list(aio._tasks) == loops
    for loop, task in zip(loops, tasks):
        assert loop.run_until_complete(task) == 2
        loop.run_until_complete(turns())
        loop.close()
    assert aio._tasks == {}


def test_a_task_that_ends_with_its_loop_is_reported_by_asyncio(caplog: pytest.LogCaptureFixture) -> None:
    loop = asyncio.new_event_loop()

    async def main() -> None:
        background(fail()).add_done_callback(lambda _task: loop.stop())
        await asyncio.get_running_loop().create_future()

    task = loop.create_task(main())
    loop.run_forever()
    task.cancel()
    loop.close()
    del task
    gc.collect()
    assert "LookupError" in caplog.text
