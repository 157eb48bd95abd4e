"""Mocks of async classes, whose calls have to be awaited."""

import asyncio
import inspect
import sys
from types import TracebackType
from typing import Any, List, Optional, Set, Tuple, Type
from unittest.mock import AsyncMock, NonCallableMock, create_autospec

from .._awaitables import discard, name_of
from ._places import place_of


class AsyncMockManager:
    """Makes mocks, and fails at the end of its `with` or `async with` if a call of an async one was never awaited.

    All async mocks count: methods of the spec, and what they return.
    """

    def __init__(self) -> None:
        """Creates a manager for one use."""
        self._calls: List[Tuple[str, str, Any]] = []
        """Each call of an async mock: its name, the place, and the coroutine."""
        self._watched: Set[type] = set()
        self._is_entered = False
        self._is_left = False

    def mock(self, spec: Any, *, name: Optional[str] = None, instance: bool = True) -> Any:
        """Makes a mock of a class, an object or a function, as `unittest.mock.create_autospec` does.

        Args:
            spec: A class or an object: its async methods become `AsyncMock`, its other ones `MagicMock`. A function
                becomes one of both. All check the arguments of calls.
            name: The name in messages, which is otherwise that of the spec.
            instance: For a class, whether the mock stands for an object of it, and not for the class itself.

        Returns:
            The mock.

        Raises:
            TypeError: If the spec is `None` or a mock.
            RuntimeError: If the manager is done.
        """
        if spec is None or isinstance(spec, NonCallableMock):
            raise TypeError(f"mock() needs a class, an object or a function, not {type(spec).__name__}")
        if self._is_left:
            raise RuntimeError("this AsyncMockManager is done; create another one")
        name = name or (spec.__name__ if inspect.ismodule(spec) else name_of(spec))
        if inspect.isroutine(spec):
            # As a member of a class, the function becomes a mock; alone, it would become a function with a mock.
            member = name.rpartition(".")[2]
            member = "function" if member.startswith("__") else member
            holder = type(name, (), {member: staticmethod(spec)})
            made = getattr(create_autospec(holder, instance=True), member)
        else:
            made = create_autospec(spec, instance=instance and isinstance(spec, type), name=name)
        self._watch(made, name)
        return made

    def assert_all_awaited(self) -> None:
        """Checks the calls up to now, as the end of the `with` does.

        Raises:
            AssertionError: If calls were never awaited. Each is named with its place, and is not reported again.
        """
        __tracebackhide__ = True
        message = self._unawaited()
        if message:
            raise AssertionError(message)

    def _unawaited(self) -> str:
        """What is to be said about the calls that nobody awaited."""
        calls, self._calls = self._calls, []
        tasks = _coroutines_of_tasks()
        lost = [call for call in calls if inspect.getcoroutinestate(call[2]) == inspect.CORO_CREATED]
        lost = [call for call in lost if all(call[2] is not coroutine for coroutine in tasks)]
        for _name, _place, coroutine in lost:
            discard(coroutine)
        if not lost:
            return ""
        count = "1 async call was" if len(lost) == 1 else f"{len(lost)} async calls were"
        return "\n".join([f"{count} never awaited:", *(f"  {name}() at {place}" for name, place, _coroutine in lost)])

    def __enter__(self) -> "AsyncMockManager":
        """Begins the block. Calls of mocks that were made before count too.

        Raises:
            RuntimeError: If the manager was entered before.
        """
        if self._is_entered:
            raise RuntimeError("an AsyncMockManager can be entered once")
        self._is_entered = True
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        """Ends the block. If it failed, that exception stays, with a note from Python 3.11 on.

        Raises:
            AssertionError: As `assert_all_awaited`.
        """
        __tracebackhide__ = True
        self._is_left = True
        if error is None:
            self.assert_all_awaited()
            return
        message = self._unawaited()
        if message and sys.version_info >= (3, 11):
            error.add_note(message)

    async def __aenter__(self) -> "AsyncMockManager":
        """Begins the block, as `with` does."""
        return self.__enter__()

    async def __aexit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        """Ends the block, as `with` does."""
        __tracebackhide__ = True
        self.__exit__(kind, error, traceback)

    def _watch(self, mock: Any, name: str) -> None:
        """Notes the calls of a mock, and of all mocks that are reached from it.

        Each mock has a class of its own; what is set there holds for this mock alone.
        """
        kind: Any = type(mock)
        if not isinstance(mock, NonCallableMock) or kind in self._watched:
            return
        self._watched.add(kind)
        attribute_of, missing_of, child_of = kind.__getattribute__, kind.__getattr__, kind._get_child_mock

        def __getattribute__(mock: Any, attribute: str) -> Any:
            try:
                child = attribute_of(mock, attribute)
            except AttributeError:
                child = missing_of(mock, attribute)
            if not attribute.startswith(("_mock_", "__")):
                self._watch(child, f"{name}()" if attribute == "return_value" else f"{name}.{attribute}")
            return child

        def _get_child_mock(mock: Any, /, **keywords: Any) -> Any:
            child = child_of(mock, **keywords)
            attribute = keywords.get("_new_name", "")
            self._watch(child, f"{name}()" if attribute == "()" else f"{name}.{attribute}")
            return child

        kind.__getattribute__, kind._get_child_mock = __getattribute__, _get_child_mock
        if isinstance(mock, AsyncMock):
            kind.__call__ = self._noting(kind.__call__, name)

    def _noting(self, call: Any, name: str) -> Any:
        def __call__(mock: Any, /, *args: Any, **keywords: Any) -> Any:
            coroutine = call(mock, *args, **keywords)
            self._calls.append((name, place_of(sys._getframe(1)), coroutine))
            return coroutine

        return __call__


def _coroutines_of_tasks() -> List[Any]:
    """The coroutines that the running event loop is going to run."""
    try:
        return [task.get_coro() for task in asyncio.all_tasks()]
    except RuntimeError:
        return []
