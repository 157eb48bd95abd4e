"""Tests of the clean-up of resources in `loopmend.testing`."""

import asyncio
import concurrent.futures
import contextlib
import functools
import gc
import types
import unittest
from typing import Any, AsyncIterator, Awaitable, Callable, Generator, Iterator, List, Optional, Type
from unittest.mock import AsyncMock, MagicMock, Mock, create_autospec, patch

import pytest

from loopmend.testing import (
    AsyncTestFixtureMixin,
    ExceptionGroup,
    async_cleanup_registry,
    async_resource_context,
)

events: List[str] = []
"""What happened in the test, in order."""


@pytest.fixture(autouse=True)
def no_events() -> None:
    events.clear()


class Named:
    """Notes that it is closed, and may fail then."""

    def __init__(self, name: str = "it", error: Optional[BaseException] = None) -> None:
        self.name = name
        self.error = error

    def note(self) -> None:
        events.append(f"close {self.name}")
        if self.error is not None:
            raise self.error


class Resource(Named):
    """Is closed asynchronously."""

    async def aclose(self) -> None:
        await asyncio.sleep(0)
        self.note()


class SyncResource(Named):
    """Is closed at once."""

    def close(self) -> None:
        self.note()


class Manager(Named):
    """An async context manager."""

    suppresses = False
    got: Optional[BaseException] = None
    enter_error: Optional[BaseException] = None

    async def __aenter__(self) -> str:
        events.append(f"enter {self.name}")
        await asyncio.sleep(0)
        if self.enter_error is not None:
            raise self.enter_error
        return f"value of {self.name}"

    async def __aexit__(
        self, kind: Optional[Type[BaseException]], error: Optional[BaseException], traceback: Any
    ) -> bool:
        assert kind is (None if error is None else type(error))
        self.got = error
        await asyncio.sleep(0)
        self.note()
        return self.suppresses


class SyncManager(Named):
    """A sync context manager."""

    got: Optional[BaseException] = None

    def __enter__(self) -> str:
        events.append(f"enter {self.name}")
        return f"value of {self.name}"

    def __exit__(self, kind: Any, error: Optional[BaseException], traceback: Any) -> None:
        self.got = error
        self.note()


def clean_up(*resources: Any) -> None:
    """Tracks resources and closes them."""

    async def main() -> None:
        fixture = AsyncTestFixtureMixin()
        for resource in resources:
            assert fixture.track(resource) is resource
        await fixture.cleanup_all_async_resources()
        await fixture.cleanup_all_async_resources()  # has nothing to do

    asyncio.run(main())


def sub_exceptions(raised: Any) -> List[BaseException]:
    """The exceptions in a group."""
    assert isinstance(raised.value, ExceptionGroup)
    return list(raised.value.exceptions)


# track


def test_resources_are_closed_in_reverse_order() -> None:
    clean_up(Resource("a"), SyncResource("b"), Manager("c"), SyncManager("d"))
    assert events == ["close d", "close c", "close b", "close a"]


@pytest.mark.parametrize("name", ["aclose", "close", "stop", "shutdown", "disconnect", "cleanup", "cancel"])
@pytest.mark.parametrize("make", [lambda note: lambda _self: note(), lambda note: AsyncMock(side_effect=note)])
def test_the_method_that_closes_is_known(name: str, make: Any) -> None:
    def note(*_arguments: Any) -> None:
        events.append(name)

    closed = type("Closed", (), {name: make(note), "stop_all": None})()
    clean_up(closed)
    assert events == [name]


def test_the_first_method_counts() -> None:
    class Both(Resource):
        def close(self) -> None:
            raise AssertionError

    clean_up(Both("a"))
    assert events == ["close a"]


def test_an_attribute_that_cannot_be_called_does_not_count() -> None:
    resource = SyncResource("a")
    resource.aclose = True  # type: ignore[attr-defined]
    clean_up(resource)
    assert events == ["close a"]


def test_the_method_can_be_named() -> None:
    async def main() -> None:
        fixture = AsyncTestFixtureMixin()
        first, second = Resource("a"), SyncResource("b")
        fixture.track(first, close="note")
        fixture.track(second, close=lambda: events.append("own"))
        fixture.track(second, close=functools.partial(events.append, "another"))
        fixture.track(object(), close=AsyncMock(side_effect=lambda: events.append("async")))
        await fixture.cleanup_all_async_resources()

    asyncio.run(main())
    assert events == ["async", "another", "own", "close a"]


def test_a_resource_is_closed_once() -> None:
    resource = Resource("a")
    clean_up(resource, Resource("b"), resource)
    assert events == ["close b", "close a"]


def test_what_is_equal_is_closed_twice() -> None:
    class Equal(Resource):
        def __eq__(self, other: object) -> bool:
            return True

        __hash__ = None  # type: ignore[assignment]

    clean_up(Equal("a"), Equal("b"))
    assert events == ["close b", "close a"]


def test_a_clean_up_may_track_more() -> None:
    async def main() -> None:
        fixture = AsyncTestFixtureMixin()
        fixture.track(Resource("a"))
        fixture.track("b", close=lambda: fixture.track(Resource("c")) and None)
        await fixture.cleanup_all_async_resources()

    asyncio.run(main())
    assert events == ["close c", "close a"]


def test_a_task_is_cancelled() -> None:
    async def work() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            events.append("cancelled")

    async def main() -> None:
        fixture = AsyncTestFixtureMixin()
        task = fixture.track(asyncio.ensure_future(work()))
        future = fixture.track(asyncio.get_running_loop().create_future())
        await asyncio.sleep(0)
        await fixture.cleanup_all_async_resources()
        assert task.cancelled()
        assert future.cancelled()

    asyncio.run(main())
    assert events == ["cancelled"]


def test_a_task_that_fails_when_it_is_cancelled_is_an_error() -> None:
    async def work() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            raise LookupError("in clean-up")

    async def main() -> None:
        fixture = AsyncTestFixtureMixin()
        fixture.track(asyncio.ensure_future(work()))
        await asyncio.sleep(0)
        await fixture.cleanup_all_async_resources()

    with pytest.raises(ExceptionGroup, match=r"clean-up failed: `.*Task`") as raised:
        asyncio.run(main())
    assert [str(error) for error in sub_exceptions(raised)] == ["in clean-up"]


def test_a_task_that_is_done_is_left_alone() -> None:
    async def work() -> None:
        raise LookupError("seen by the test")

    async def main() -> None:
        fixture = AsyncTestFixtureMixin()
        task = fixture.track(asyncio.ensure_future(work()))
        with pytest.raises(LookupError):
            await task
        await fixture.cleanup_all_async_resources()

    asyncio.run(main())


def test_an_executor_is_shut_down() -> None:
    executor = concurrent.futures.ThreadPoolExecutor(1)
    clean_up(executor)
    with pytest.raises(RuntimeError):
        executor.submit(print)


@contextlib.asynccontextmanager
async def generated() -> AsyncIterator[str]:
    events.append("enter generated")
    try:
        yield "generated"
    finally:
        events.append("close generated")


@contextlib.contextmanager
def generated_sync() -> Iterator[str]:
    events.append("enter sync")
    yield "sync"
    events.append("close sync")


def iter_once() -> Generator[None, None, None]:
    yield


async def coroutine() -> None:
    events.append("awaited")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (object, "cannot close object: it has none of the methods aclose, close, .*; say how with `close`"),
        (lambda: None, "cannot close NoneType"),
        (lambda: "text", "cannot close str"),
        (lambda: Resource, "the class `Resource` is no resource: create an object"),
        (lambda: Manager, "the class `Manager` is no resource"),
        (coroutine, "the coroutine `coroutine` is no resource: await it"),
        (lambda: types.coroutine(iter_once)(), "the coroutine `iter_once` is no resource: await it"),
        (generated, r"has to be entered: use enter_async_context\(\)"),
        (generated_sync, "has to be entered"),
        (lambda: Mock(spec=["send"]), "cannot close Mock"),
    ],
)
def test_what_cannot_be_closed_is_a_type_error(make: Callable[[], Any], words: str) -> None:
    with pytest.raises(TypeError, match=words):
        AsyncTestFixtureMixin().track(make())


def test_a_wrong_close_is_a_type_error() -> None:
    fixture = AsyncTestFixtureMixin()
    with pytest.raises(TypeError, match="Resource has no method `shut`"):
        fixture.track(Resource(), close="shut")
    with pytest.raises(TypeError, match="the name of a method or a function, not int"):
        fixture.track(Resource(), close=3)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"`.*aclose` is called without arguments to clean up: missing .*'self'"):
        fixture.track(Resource(), close=Resource.aclose)  # type: ignore[arg-type]


def test_a_function_without_a_signature_is_called() -> None:
    values = {"a": 1}
    asyncio.run(_tracked(values, values.clear))
    assert values == {}
    asyncio.run(_tracked(object(), type))  # the signature of a type is unknown; the call fails


async def _tracked(resource: Any, close: Any) -> None:
    fixture = AsyncTestFixtureMixin()
    fixture.track(resource, close=close)
    with contextlib.suppress(ExceptionGroup):
        await fixture.cleanup_all_async_resources()


# Mocks


def test_mocks_are_closed_as_what_they_stand_for() -> None:
    plain, magic, asynchronous = Mock(), MagicMock(), AsyncMock()
    spec, auto = MagicMock(spec=Resource), create_autospec(SyncResource, instance=True)
    clean_up(plain, magic, asynchronous, spec, auto)
    for mock in (plain, magic, auto):
        mock.close.assert_called_once_with()
    for mock in (asynchronous, spec):
        mock.aclose.assert_awaited_once_with()


def test_a_mock_of_a_context_manager_is_left() -> None:
    manager = MagicMock(spec=Manager)
    clean_up(manager)
    manager.__aexit__.assert_awaited_once_with(None, None, None)
    sync = MagicMock(spec=SyncManager)
    clean_up(sync)
    sync.__exit__.assert_called_once_with(None, None, None)


def test_a_mock_of_a_task_is_cancelled() -> None:
    task = MagicMock(spec=asyncio.Task)
    clean_up(task)
    task.cancel.assert_called_once_with()


# Failing clean-ups


def test_all_clean_ups_run_and_all_errors_are_in_one_group() -> None:
    errors = [LookupError("a"), ValueError("c")]
    with pytest.raises(ExceptionGroup) as raised:
        clean_up(Resource("a", errors[0]), Resource("b"), SyncManager("c", errors[1]))
    assert events == ["close c", "close b", "close a"]
    assert sub_exceptions(raised) == errors[::-1]
    assert raised.value.message == "clean-up failed: `SyncManager`, `Resource.aclose`"
    assert "(2 sub-exceptions)" in str(raised.value)


def test_a_single_error_is_in_a_group_too() -> None:
    with pytest.raises(ExceptionGroup) as raised:
        clean_up(Resource("a", LookupError("missing")))
    assert "(1 sub-exception)" in str(raised.value)
    assert [str(error) for error in sub_exceptions(raised)] == ["missing"]


def test_the_group_of_old_versions_shows_the_tracebacks() -> None:
    with pytest.raises(ExceptionGroup) as raised:
        clean_up(Resource("a", LookupError("missing")))
    if type(raised.value).__module__ != "builtins":
        assert "  |     raise self.error" in str(raised.value)
        assert "  | LookupError: missing" in str(raised.value)


@pytest.mark.parametrize("end", [asyncio.CancelledError("end"), KeyboardInterrupt("end"), SystemExit("end")])
def test_what_ends_a_task_or_the_program_is_raised_after_all_clean_ups(end: BaseException) -> None:
    async def main() -> None:
        fixture = AsyncTestFixtureMixin()
        fixture.track(Resource("a", LookupError("missing")))
        fixture.track(Resource("b", end))
        fixture.track(Resource("c", asyncio.CancelledError("less")))
        with pytest.raises(type(end)) as raised:
            await fixture.cleanup_all_async_resources()
        last: Any = raised.value
        while last.__context__ is not None:
            last = last.__context__
        assert isinstance(last, ExceptionGroup)
        assert [str(error) for error in last.exceptions] == ["missing"]
        assert str(raised.value) == ("less" if isinstance(end, asyncio.CancelledError) else "end")

    asyncio.run(main())
    assert events == ["close c", "close b", "close a"]


def test_a_cancellation_during_the_clean_up_is_not_lost() -> None:
    class Slow(Resource):
        async def aclose(self) -> None:
            events.append("closing")
            await asyncio.get_running_loop().create_future()

    async def test() -> None:
        fixture = AsyncTestFixtureMixin()
        fixture.track(Resource("a"))
        fixture.track(Slow())
        await fixture.cleanup_all_async_resources()

    async def main() -> None:
        task = asyncio.ensure_future(test())
        while not events:
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert task.cancelled()

    asyncio.run(main())
    assert events == ["closing", "close a"]


def test_a_clean_up_that_is_closed_itself_stops() -> None:
    class Slow(Resource):
        @types.coroutine
        def aclose(self) -> Generator[None, None, None]:  # type: ignore[override]
            yield

    fixture = AsyncTestFixtureMixin()
    fixture.track(Resource("a"))
    fixture.track(Slow())
    cleaning = fixture.cleanup_all_async_resources()
    cleaning.send(None)
    cleaning.close()
    assert events == []
    asyncio.run(fixture.cleanup_all_async_resources())
    assert events == ["close a"]


# The mixin


def test_a_second_setup_is_refused() -> None:
    async def main() -> None:
        fixture = AsyncTestFixtureMixin()
        for _round in range(2):
            await fixture.setup_async_resources()
            with pytest.raises(RuntimeError, match="called twice without cleanup_all_async_resources"):
                await fixture.setup_async_resources()
            await fixture.cleanup_all_async_resources()

    asyncio.run(main())


def test_a_context_manager_is_entered_and_left() -> None:
    async def main() -> None:
        fixture = AsyncTestFixtureMixin()
        assert await fixture.enter_async_context(generated()) == "generated"
        assert await fixture.enter_async_context(Manager("a")) == "value of a"
        await fixture.cleanup_all_async_resources()

    asyncio.run(main())
    assert events == ["enter generated", "enter a", "close a", "close generated"]


def test_a_context_manager_that_cannot_be_entered_is_not_left() -> None:
    manager = Manager("a")
    manager.enter_error = LookupError("closed today")

    async def main() -> None:
        fixture = AsyncTestFixtureMixin()
        with pytest.raises(LookupError, match="closed today"):
            await fixture.enter_async_context(manager)
        with pytest.raises(TypeError, match="Resource is no async context manager"):
            await fixture.enter_async_context(Resource())  # type: ignore[arg-type]
        await fixture.cleanup_all_async_resources()

    asyncio.run(main())
    assert events == ["enter a"]


def test_a_registry_is_closed_in_its_turn() -> None:
    async def main() -> None:
        fixture = AsyncTestFixtureMixin()
        registry = {"b": Resource("b", LookupError("b"))}
        fixture.track(Resource("a", LookupError("a")))
        fixture.track_mock_registry(registry)
        registry["c"] = Resource("c", LookupError("c"))
        fixture.track(Resource("d"))
        with pytest.raises(ExceptionGroup) as raised:
            await fixture.cleanup_all_async_resources()
        assert [str(error) for error in sub_exceptions(raised)] == ["c", "b", "a"]

    asyncio.run(main())
    assert events == ["close d", "close c", "close b", "close a"]


@pytest.mark.parametrize("use_teardown", [False, True])
@pytest.mark.parametrize("error", [None, LookupError("in clean-up")])
def test_unittest_cleans_up_by_itself(use_teardown: bool, error: Optional[Exception]) -> None:
    class TestCase(AsyncTestFixtureMixin, unittest.IsolatedAsyncioTestCase):
        async def asyncSetUp(self) -> None:
            await self.setup_async_resources()
            self.track(Resource("set up", error))

        async def asyncTearDown(self) -> None:
            events.append("tear down")
            if use_teardown:
                await self.cleanup_all_async_resources()
                self.track(Resource("late"))

        async def test(self) -> None:
            self.track(Resource("test"))
            self.addAsyncCleanup(coroutine)

    result = unittest.TestResult()
    TestCase("test").run(result)
    assert result.testsRun == 1
    assert not result.failures
    assert len(result.errors) == (0 if error is None else 1)
    assert all("clean-up failed: `Resource.aclose`" in text for _test, text in result.errors)
    if not use_teardown:
        assert events == ["tear down", "awaited", "close test", "close set up"]
    elif error is None:
        assert events == ["tear down", "close test", "close set up", "close late", "awaited"]
    else:
        assert events == ["tear down", "close test", "close set up", "awaited"]


def test_a_clean_up_that_never_runs_is_a_warning() -> None:
    fixture = AsyncTestFixtureMixin()
    fixture.track(Resource("a"))
    with pytest.warns(ResourceWarning, match=r"never closed: `Resource\.aclose`; await cleanup_all_async_resources"):
        del fixture
        gc.collect()


# async_cleanup_registry


class Later:
    """An awaitable that is no coroutine."""

    def __await__(self) -> Generator[Any, Any, None]:
        return coroutine().__await__()


class Called:
    """An object that can be called."""

    def __call__(self) -> Awaitable[None]:
        return coroutine()


def test_a_registry_may_hold_everything() -> None:
    async def main() -> None:
        task = asyncio.ensure_future(asyncio.sleep(60))
        mock, called = AsyncMock(), Called()
        registry = {
            "resource": Resource("a"),
            "sync": SyncResource("b"),
            "manager": Manager("c"),
            "none": None,
            "task": task,
            "coroutine": coroutine(),
            "awaitable": Later(),
            "function": lambda: events.append("called"),
            "async function": coroutine,
            "object": called,
            "method": Resource("d").aclose,
            "mock": mock,
        }
        content = dict(registry)
        await async_cleanup_registry(registry)
        assert registry == content
        assert task.cancelled()
        mock.aclose.assert_awaited_once_with()
        mock.assert_not_called()

    asyncio.run(main())
    assert events == ["close d", "awaited", "awaited", "called", "awaited", "awaited", "close c", "close b", "close a"]


@pytest.mark.parametrize("make", [list, tuple, iter])
def test_a_registry_may_be_any_iterable(make: Any) -> None:
    asyncio.run(async_cleanup_registry(make([Resource("a"), Resource("b")])))
    assert events == ["close b", "close a"]


def test_a_registry_may_change_meanwhile() -> None:
    registry: List[Any] = [Resource("a")]
    registry.append(registry.clear)
    asyncio.run(async_cleanup_registry(registry))
    assert events == ["close a"]


def test_a_registry_with_patchers_stops_them() -> None:
    patcher = patch.object(Named, "note")
    patcher.start()
    asyncio.run(async_cleanup_registry([patcher]))
    assert not isinstance(Named.note, Mock)


def test_all_failures_of_a_registry_are_in_one_group() -> None:
    def fail(_argument: str) -> None:
        raise AssertionError

    registry = {"a": Resource("a", LookupError("a")), "b": 3, "c": Resource, "d": fail, "e": generated(), "f": "text"}
    with pytest.raises(ExceptionGroup) as raised:
        asyncio.run(async_cleanup_registry(registry))
    assert events == ["close a"]
    found = [f"{type(error).__name__}: {error}".split(":")[:2] for error in sub_exceptions(raised)]
    assert [kind for kind, _words in found] == ["TypeError"] * 5 + ["LookupError"]
    assert [words.strip() for _kind, words in found] == [
        "cannot close str",
        "a _AsyncGeneratorContextManager has to be entered",
        "`test_all_failures_of_a_registry_are_in_one_group.<locals>.fail` is called without arguments to clean up",
        "the class `Resource` is no resource",
        "cannot close int",
        "a",
    ]


@pytest.mark.parametrize("registry", [None, 3, "text", b"text", Mock(), MagicMock(), MagicMock(spec=dict), Resource()])
def test_what_is_no_registry_is_a_type_error(registry: Any) -> None:
    with pytest.raises(TypeError, match="a registry is a mapping or an iterable of resources, not"):
        asyncio.run(async_cleanup_registry(registry))
    with pytest.raises(TypeError, match="a registry is"):
        AsyncTestFixtureMixin().track_mock_registry(registry)


# async_resource_context


def open_all(*resources: Any, body: Optional[BaseException] = None) -> Any:
    """Opens resources, and ends the block with an exception."""

    async def main() -> Any:
        async with async_resource_context(*resources) as values:
            events.append("body")
            if body is not None:
                raise body
        return values

    return asyncio.run(main())


def test_resources_are_opened_and_closed_in_reverse_order() -> None:
    plain = Resource("c")
    values = open_all(Manager("a"), SyncManager("b"), plain, SyncResource("d"))
    assert values[:3] == ("value of a", "value of b", plain)
    assert events == ["enter a", "enter b", "body", "close d", "close c", "close b", "close a"]


def test_a_single_resource_is_bound_as_a_tuple_too() -> None:
    assert open_all(Manager("a")) == ("value of a",)
    assert open_all() == ()


def test_generators_of_contextlib_are_entered() -> None:
    assert open_all(generated(), generated_sync()) == ("generated", "sync")
    assert events == ["enter generated", "enter sync", "body", "close sync", "close generated"]


def test_an_exception_of_the_body_stays_as_it_is() -> None:
    error, manager = LookupError("body"), Manager("a")
    with pytest.raises(LookupError) as raised:
        open_all(manager, Resource("b"), body=error)
    assert raised.value is error
    assert manager.got is error
    assert events == ["enter a", "body", "close b", "close a"]


def test_a_context_manager_may_suppress_the_exception() -> None:
    outer, inner = Manager("outer"), Manager("inner")
    inner.suppresses = True
    assert open_all(outer, inner, body=LookupError()) == ("value of outer", "value of inner")
    assert outer.got is None


def test_a_manager_that_suppresses_has_no_effect_without_an_exception() -> None:
    manager = Manager("a")
    manager.suppresses = True
    with pytest.raises(ExceptionGroup) as raised:
        open_all(Resource("b", LookupError("b")), manager)
    assert [str(error) for error in sub_exceptions(raised)] == ["b"]


def test_a_context_manager_may_replace_the_exception() -> None:
    @contextlib.asynccontextmanager
    async def translate() -> AsyncIterator[None]:
        try:
            yield
        except LookupError as error:
            raise ValueError("translated") from error

    outer = Manager("outer")
    with pytest.raises(ValueError, match="translated") as raised:
        open_all(outer, translate(), body=LookupError("body"))
    assert outer.got is raised.value


def test_a_context_manager_may_put_the_exception_into_a_group() -> None:
    @contextlib.asynccontextmanager
    async def grouping() -> AsyncIterator[None]:
        try:
            yield
        except LookupError as error:
            raise ExceptionGroup("of a task group", [error]) from None

    with pytest.raises(ExceptionGroup, match="of a task group") as raised:
        open_all(grouping(), body=LookupError("body"))
    assert [str(error) for error in sub_exceptions(raised)] == ["body"]


@pytest.mark.skipif(not hasattr(asyncio, "timeout"), reason="needs asyncio.timeout")
def test_a_timeout_works() -> None:
    async def main() -> None:
        async with async_resource_context(getattr(asyncio, "timeout")(0), Resource("a")):  # noqa: B009
            await asyncio.get_running_loop().create_future()

    with pytest.raises(asyncio.TimeoutError):
        asyncio.run(main())
    assert events == ["close a"]


def test_a_manager_may_replace_a_cancellation() -> None:
    @contextlib.asynccontextmanager
    async def limit() -> AsyncIterator[None]:
        try:
            yield
        except asyncio.CancelledError:
            events.append("too late")
        raise TimeoutError("too late")

    with pytest.raises(TimeoutError, match="too late"):
        open_all(limit(), body=asyncio.CancelledError())


def test_errors_of_the_body_and_of_clean_ups_are_in_one_group() -> None:
    errors = [LookupError("body"), ValueError("b"), OSError("a")]
    with pytest.raises(ExceptionGroup) as raised:
        open_all(Manager("a", errors[2]), Resource("b", errors[1]), body=errors[0])
    assert sub_exceptions(raised) == errors
    assert raised.value.__context__ is None


def test_an_error_that_a_manager_raises_again_is_no_new_one() -> None:
    error = LookupError("body")
    with pytest.raises(LookupError) as raised:
        open_all(Manager("a", error), Resource("b"), body=error)
    assert raised.value is error


@pytest.mark.parametrize("end", [asyncio.CancelledError(), KeyboardInterrupt(), SystemExit()])
def test_what_ends_the_body_is_not_hidden_by_clean_ups(end: BaseException) -> None:
    async def main() -> None:
        with pytest.raises(type(end)) as raised:
            async with async_resource_context(SyncResource("a", LookupError("a")), Resource("b", OSError("b"))):
                raise end
        assert raised.value is end
        assert isinstance(end.__context__, ExceptionGroup)
        assert [str(error) for error in end.__context__.exceptions] == ["b", "a"]

    asyncio.run(main())


def test_ctrl_c_in_a_clean_up_has_the_error_of_the_body_in_its_context() -> None:
    end, body = KeyboardInterrupt(), LookupError("body")

    async def main() -> None:
        with pytest.raises(KeyboardInterrupt) as raised:
            async with async_resource_context(Resource("a"), SyncResource("b", end)):
                raise body
        assert raised.value is end
        assert end.__context__ is body

    asyncio.run(main())
    assert events == ["close b", "close a"]


def test_the_context_of_ctrl_c_has_everything() -> None:
    end, body, other = KeyboardInterrupt(), LookupError("body"), OSError("other")

    async def main() -> None:
        with pytest.raises(KeyboardInterrupt):
            async with async_resource_context(SyncResource("a", other), SyncResource("b", end)):
                raise body

    asyncio.run(main())
    assert end.__context__ is body
    assert isinstance(body.__context__, ExceptionGroup)
    assert list(body.__context__.exceptions) == [other]


def test_a_failing_enter_closes_what_is_open() -> None:
    first, second, third = Manager("first"), Manager("second"), Manager("third")
    second.enter_error = LookupError("closed today")
    with pytest.raises(LookupError, match="closed today") as raised:
        open_all(Resource("a"), first, second, third, SyncResource("b"))
    assert events == ["enter first", "enter second", "close b", "close first", "close a"]
    assert first.got is raised.value


def test_a_failing_enter_and_failing_clean_ups_are_one_group() -> None:
    second = Manager("second")
    second.enter_error = LookupError("closed today")
    with pytest.raises(ExceptionGroup) as raised:
        open_all(Manager("first", OSError("close")), second)
    assert [str(error) for error in sub_exceptions(raised)] == ["closed today", "close"]


def test_an_error_on_entering_cannot_be_suppressed() -> None:
    first, second = Manager("first"), Manager("second")
    first.suppresses = True
    second.enter_error = LookupError("closed today")
    with pytest.raises(LookupError, match="closed today"):
        open_all(first, second)


def test_a_cancellation_while_entering_closes_what_is_open() -> None:
    second = Manager("second")
    second.enter_error = asyncio.CancelledError()

    async def main() -> None:
        with pytest.raises(asyncio.CancelledError):
            async with async_resource_context(Resource("a"), second):
                raise AssertionError

    asyncio.run(main())
    assert events == ["enter second", "close a"]


def test_a_context_can_be_entered_once() -> None:
    async def main() -> None:
        context = async_resource_context(Resource("a"))
        async with context:
            with pytest.raises(RuntimeError, match="can be entered once"):
                async with context:
                    raise AssertionError
        with pytest.raises(RuntimeError, match="can be entered once"):
            await context.__aenter__()

    asyncio.run(main())
    assert events == ["close a"]


def test_misuse_is_found_before_anything_is_opened() -> None:
    resource = Resource()
    with pytest.raises(ValueError, match="resource 3, Resource, is passed twice"):
        async_resource_context(resource, Manager(), resource)
    with pytest.raises(TypeError, match="cannot close int"):
        async_resource_context(Manager(), 3)
    with pytest.raises(TypeError, match="the class `Manager` is no resource"):
        async_resource_context(Manager)
    with pytest.raises(TypeError, match="the coroutine `coroutine` is no resource"):
        async_resource_context(coroutine())
    assert events == []


def test_mocks_are_entered_as_python_does() -> None:
    async def main() -> None:
        magic, plain, spec = MagicMock(), Mock(), MagicMock(spec=SyncManager)
        with pytest.raises(LookupError):
            async with async_resource_context(magic, plain, spec) as values:
                assert values == (await magic.__aenter__(), plain, spec.__enter__.return_value)
                spec.__exit__.return_value = Mock()  # is truthy, and does not suppress
                raise LookupError
        magic.__aexit__.assert_awaited_once()
        plain.close.assert_called_once_with()
        spec.__exit__.assert_called_once()

    asyncio.run(main())
