"""Tests of `assert_no_leaks`."""

import asyncio
import contextlib
import gc
import re
import sys
import threading
import warnings
from asyncio.base_events import BaseEventLoop
from typing import Any, Awaitable, Callable, List
from unittest.mock import AsyncMock

import pytest

from loopmend.aio import background, run_sync
from loopmend.testing import assert_no_leaks

pytestmark = pytest.mark.filterwarnings("ignore:coroutine .* was never awaited:RuntimeWarning")
"""These tests drop coroutines on purpose."""


async def work() -> None:
    await asyncio.sleep(0)


async def forever() -> None:
    await asyncio.get_running_loop().create_future()


def here(offset: int = 0) -> str:
    """The place of the caller, as messages show it."""
    return f"test_leaks.py:{sys._getframe(1).f_lineno + offset}"


def leaks(raised: Any) -> List[str]:
    """The lines of a message, with the names of files alone."""
    first, *lines = str(raised.value).splitlines()
    assert first == f"{len(lines)} leak{'s' if len(lines) > 1 else ''}:"
    return [re.sub(r"at \S*[\\/]", "at ", line.strip()) for line in lines]


@pytest.fixture(autouse=True)
def nothing_is_changed() -> Any:
    def state() -> Any:
        module: Any = warnings
        return (
            sys.get_coroutine_origin_tracking_depth(),
            module._warn_unawaited_coroutine,
            BaseEventLoop.__init__,  # type: ignore[misc]
        )

    before = state()
    yield
    assert state() == before


def test_a_clean_block_passes() -> None:
    async def main() -> None:
        async with assert_no_leaks():
            await work()
            await asyncio.gather(work(), asyncio.create_task(work()))
            task = asyncio.create_task(forever())
            await asyncio.sleep(0)
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
            coroutine = work()
            coroutine.close()
            assert run_sync(asyncio.sleep(0, 1), allow_running_loop=True) == 1

    asyncio.run(main())


def test_a_task_that_is_left_is_named_with_its_place() -> None:
    async def main() -> None:
        with pytest.raises(AssertionError) as raised:
            async with assert_no_leaks():
                place = here(1)
                asyncio.create_task(forever(), name="left")  # noqa: RUF006
                await asyncio.sleep(0)
        assert leaks(raised) == [f"task 'left' of `forever` is not done, created at {place}"]

    asyncio.run(main())


def test_a_task_that_has_not_begun_is_one_leak() -> None:
    async def main() -> None:
        with pytest.raises(AssertionError) as raised:
            with assert_no_leaks():
                place = here(1)
                background(forever(), name="left")
        assert leaks(raised) == [f"task 'left' of `forever` is not done, created at {place}"]

    asyncio.run(main())


def test_a_task_that_was_cancelled_and_not_awaited_is_left() -> None:
    async def main() -> None:
        with pytest.raises(AssertionError, match="is not done"):
            async with assert_no_leaks():
                task = asyncio.create_task(forever())
                await asyncio.sleep(0)
                task.cancel()

    asyncio.run(main())


def test_a_task_of_a_coroutine_from_before_is_named() -> None:
    async def main() -> None:
        coroutine = forever()
        with pytest.raises(AssertionError) as raised:
            async with assert_no_leaks():
                asyncio.create_task(coroutine, name="left")  # noqa: RUF006
        line = forever.__code__.co_firstlineno
        assert leaks(raised) == [f"task 'left' of `forever` is not done, defined at test_leaks.py:{line}"]

    asyncio.run(main())


def test_a_task_from_before_is_no_leak() -> None:
    async def main() -> None:
        task = asyncio.create_task(forever())
        async with assert_no_leaks():
            await asyncio.sleep(0)
        task.cancel()

    asyncio.run(main())


def test_a_task_of_another_kind_of_coroutine_is_named() -> None:
    class Coroutine:
        def __await__(self) -> Any:
            return forever().__await__()

        def send(self, value: Any) -> Any:
            return None

        def throw(self, *error: Any) -> Any:
            raise error[0]

        def close(self) -> None: ...

    class Task(asyncio.Task):  # type: ignore[type-arg]
        def get_coro(self) -> Any:
            return Coroutine()

    async def main() -> None:
        with pytest.raises(AssertionError) as raised:
            async with assert_no_leaks():
                task = Task(forever(), name="left")
                await asyncio.sleep(0)
        (leak,) = leaks(raised)
        assert re.fullmatch("task 'left' of `.*Coroutine` is not done, created elsewhere", leak)
        task.cancel()

    asyncio.run(main())


def drop() -> None:
    work()


def keep() -> None:
    kept.append(work())


def keep_in_cycle() -> None:
    cycle: List[Any] = [work()]
    cycle.append(cycle)


kept: List[Any] = []


@pytest.mark.parametrize("make", [drop, keep, keep_in_cycle])
def test_a_coroutine_that_is_not_awaited_is_named(make: Callable[[], None]) -> None:
    with pytest.raises(AssertionError) as raised:
        with assert_no_leaks():
            make()
    line = make.__code__.co_firstlineno + 1
    assert leaks(raised) == [f"coroutine `work` was never awaited, created at test_leaks.py:{line}"]
    while kept:
        kept.pop().close()
    gc.collect()


def test_a_coroutine_from_before_is_no_leak() -> None:
    before: List[Any] = [work(), work()]
    with assert_no_leaks():
        dropped: List[Any] = [work()]
        with pytest.raises(AssertionError):
            with assert_no_leaks():
                dropped.append(work())
        dropped.pop().close()
        with assert_no_leaks():
            pass
        dropped.pop().close()
        before.pop()
    before.pop().close()


def test_a_call_of_a_mock_is_named() -> None:
    mock = AsyncMock()
    with pytest.raises(AssertionError) as raised:
        with assert_no_leaks():
            mock(1)
    assert leaks(raised) == [f"call of an AsyncMock was never awaited, created at {here(-1)}"]


def test_a_coroutine_without_code_of_the_test_is_named() -> None:
    from loopmend.testing import _places

    with pytest.raises(AssertionError, match="created at an unknown place"):
        with assert_no_leaks(), pytest.MonkeyPatch.context() as patch:
            patch.setattr(_places, "_HIDDEN", ("",))
            work()


def test_places_below_the_directory_are_short(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    namespace: Any = {}
    exec(compile("async def f(): ...\ndef g(): f()\n", str(tmp_path / "module.py"), "exec"), namespace)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(AssertionError, match=r"created at module\.py:2$"):
        with assert_no_leaks():
            namespace["g"]()


def test_an_open_loop_is_named() -> None:
    with pytest.raises(AssertionError) as raised:
        with assert_no_leaks():
            asyncio.new_event_loop().close()
            loop = asyncio.new_event_loop()
    (leak,) = leaks(raised)
    assert re.fullmatch(rf"event loop <.*closed=False.*> is not closed, created at {here(-2)}", leak)
    loop.close()


def test_a_loop_that_is_dropped_is_named() -> None:
    with pytest.raises(AssertionError) as raised:
        with assert_no_leaks() as check:
            asyncio.new_event_loop()
            gc.collect()
    assert len(leaks(raised)) == 1
    check.loops[0][0].close()


def test_a_loop_of_another_thread_counts() -> None:
    loops: List[Any] = []
    with pytest.raises(AssertionError, match="event loop"):
        with assert_no_leaks():
            thread = threading.Thread(target=lambda: loops.append(asyncio.new_event_loop()))
            thread.start()
            thread.join()
    loops[0].close()


def test_a_program_that_runs_inside_passes() -> None:
    with assert_no_leaks():
        asyncio.run(work())
        asyncio.run(work(), debug=True)


def test_all_leaks_are_in_one_message() -> None:
    async def main() -> None:
        with pytest.raises(AssertionError) as raised:
            with assert_no_leaks():
                task = asyncio.create_task(forever())
                work()
                loop = asyncio.new_event_loop()
        assert [leak.split()[0] for leak in leaks(raised)] == ["task", "coroutine", "event"]
        task.cancel()
        loop.close()

    asyncio.run(main())


def test_an_exception_of_the_block_stays() -> None:
    with pytest.raises(LookupError, match="block") as raised:
        with assert_no_leaks():
            work()
            raise LookupError("block")
    if sys.version_info >= (3, 11):
        assert "coroutine `work` was never awaited" in raised.value.__notes__[0]


def test_an_exception_of_a_clean_block_has_no_note() -> None:
    async def main() -> None:
        async with assert_no_leaks():
            raise LookupError("block")

    with pytest.raises(LookupError) as raised:
        asyncio.run(main())
    assert not hasattr(raised.value, "__notes__")


def test_a_check_can_be_entered_once() -> None:
    check = assert_no_leaks()
    with check:
        with pytest.raises(RuntimeError, match="can be entered once"):
            check.__enter__()
    with pytest.raises(RuntimeError, match="can be entered once"):
        check.__enter__()


@pytest.mark.parametrize("first", [0, 1])
def test_checks_may_overlap(first: int) -> None:
    checks = [assert_no_leaks(), assert_no_leaks()]
    for check in checks:
        check.__enter__()
    checks.pop(first).__exit__(None, None, None)
    work()
    with pytest.raises(AssertionError, match="`work` was never awaited"):
        checks[0].__exit__(None, None, None)


def test_checks_in_tasks_may_overlap() -> None:
    async def checked(done: "asyncio.Future[None]", begin: Callable[[], Awaitable[Any]]) -> None:
        with assert_no_leaks():
            await begin()
        done.set_result(None)

    async def main() -> None:
        loop = asyncio.get_running_loop()
        first, second = loop.create_future(), loop.create_future()
        one = asyncio.create_task(checked(first, work))
        await checked(second, lambda: first)
        await one

    asyncio.run(main())


def test_debug_mode_keeps_its_depth() -> None:
    async def main() -> None:
        depth = sys.get_coroutine_origin_tracking_depth()
        assert depth
        with assert_no_leaks():
            assert sys.get_coroutine_origin_tracking_depth() >= depth
        assert sys.get_coroutine_origin_tracking_depth() == depth

    asyncio.run(main(), debug=True)


def test_a_hook_that_somebody_replaced_stays_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    module: Any = warnings
    original = module._warn_unawaited_coroutine
    seen: List[Any] = []
    with assert_no_leaks():
        ours = module._warn_unawaited_coroutine
        module._warn_unawaited_coroutine = lambda coroutine: (seen.append(coroutine.__name__), ours(coroutine))
    try:
        work()
        assert seen == ["work"]
    finally:
        module._warn_unawaited_coroutine = original
