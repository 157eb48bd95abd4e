"""Clean-ups: how a resource is closed, and how several are closed in reverse order."""

import asyncio
import inspect
from collections.abc import Iterable, Mapping
from types import AsyncGeneratorType, GeneratorType
from typing import Any, Callable, List, NoReturn, Optional, Tuple, Union
from unittest.mock import AsyncMock, NonCallableMock

from .._awaitables import discard, is_awaitable, is_coroutine, name_of
from ._groups import ExceptionGroup

CLOSE_METHODS = ("aclose", "close", "stop", "shutdown", "disconnect", "cleanup", "cancel")
"""The methods that close a resource; the first one that it has counts."""

Close = Union[str, Callable[[], object], None]


class Cleanup:
    """How one resource is closed."""

    def __init__(self, name: str, run: Callable[[Optional[BaseException]], object], resource: object) -> None:
        self.name = name
        self.run = run
        """Is called with the exception that ended the block. Its result is awaited if that is possible."""
        self.resource = resource


class ManagerExit(Cleanup):
    """How an entered context manager is left."""


class RegistryCleanup(Cleanup):
    """How all resources of a registry are closed: those that are in it by then."""

    def __init__(self, registry: object) -> None:
        is_text = isinstance(registry, (str, bytes))
        if is_text or isinstance(registry, NonCallableMock) or not isinstance(registry, Iterable):
            raise TypeError(f"a registry is a mapping or an iterable of resources, not {class_name(registry)}")
        super().__init__("registry", lambda _error: None, registry)

    def cleanups(self) -> List[Cleanup]:
        """The clean-ups of what is in the registry; one that is not possible fails when it is run."""
        registry: Any = self.resource
        values = list(registry.values() if isinstance(registry, Mapping) else registry)
        return [_value_cleanup(value) for value in values if value is not None]


async def unwind(cleanups: List[Cleanup], error: Optional[BaseException] = None) -> Optional[BaseException]:
    """Runs clean-ups, the last one first, and takes each off the list. All are run, whatever fails.

    Args:
        cleanups: The clean-ups. The list is empty in the end.
        error: The exception that ended the block.

    Returns:
        The exception to raise: `error` if no clean-up failed, and `None` if a context manager suppressed it.
    """
    failed: List[Tuple[str, BaseException]] = []
    while cleanups:
        cleanup = cleanups.pop()
        try:
            if isinstance(cleanup, RegistryCleanup):
                cleanups.extend(cleanup.cleanups())
                continue
            result: Any = cleanup.run(error)
            if is_awaitable(result):
                result = await result
            # A mock that `__exit__` returns is truthy, and suppresses nothing.
            if isinstance(cleanup, ManagerExit) and result and not isinstance(result, NonCallableMock):
                error = None
        except GeneratorExit:
            raise  # nothing can be awaited any more
        except BaseException as raised:
            if raised is error:
                continue
            if error is not None and isinstance(cleanup, ManagerExit) and _replaces(raised, error):
                error = raised
            else:
                failed.append((cleanup.name, raised))
    return _joined(error, failed) if failed else error


def _replaces(raised: BaseException, error: BaseException) -> bool:
    """Whether a context manager raised an exception instead of the one that it got."""
    members: Tuple[BaseException, ...] = getattr(raised, "exceptions", ())
    is_member = any(member is error for member in members)
    return is_member or raised.__cause__ is error or isinstance(error, asyncio.CancelledError)


def _joined(error: Optional[BaseException], failed: List[Tuple[str, BaseException]]) -> BaseException:
    """One exception for all. What ends a task or the program stays as it is, with the others in its context."""
    raised = [it for it in (error, *(it for _name, it in failed)) if it is not None]
    names = ", ".join(f"`{name}`" for name, _error in failed)
    ends = [it for it in raised if not isinstance(it, Exception)]
    if not ends:
        return ExceptionGroup(f"clean-up failed: {names}", [it for it in raised if isinstance(it, Exception)])
    end = next((it for it in ends if not isinstance(it, asyncio.CancelledError)), ends[0])
    others = [it for _name, it in failed if isinstance(it, Exception)]
    if others:
        last = end
        while last.__context__ is not None:
            last = last.__context__
        last.__context__ = ExceptionGroup(f"clean-up failed: {names}", others)
    return end


def raise_as_it_is(error: BaseException) -> NoReturn:
    """Raises an exception with the context that it has, also while another one is being handled."""
    context = error.__context__
    try:
        raise error
    finally:
        error.__context__ = context


# One resource


def is_async_manager(resource: object) -> bool:
    """Whether `async with` takes it."""
    return hasattr(type(resource), "__aenter__") and hasattr(type(resource), "__aexit__")


def is_sync_manager(resource: object) -> bool:
    """Whether `with` takes it."""
    return hasattr(type(resource), "__enter__") and hasattr(type(resource), "__exit__")


def manager_exit(manager: Any) -> Cleanup:
    """Leaves a context manager that was entered."""
    leave = manager.__aexit__ if is_async_manager(manager) else manager.__exit__

    def run(error: Optional[BaseException]) -> object:
        if error is None:
            return leave(None, None, None)
        return leave(type(error), error, error.__traceback__)

    return ManagerExit(class_name(manager), run, manager)


def resource_cleanup(resource: Any, close: Close = None) -> Cleanup:
    """The clean-up of an open resource.

    Raises:
        TypeError: If it is not known how the resource is closed.
    """
    name = class_name(resource)
    if isinstance(close, str):
        if not callable(getattr(resource, close, None)):
            raise TypeError(f"{name} has no method `{close}`")
        return _call(f"{name}.{close}", getattr(resource, close), resource)
    if close is not None:
        return _call(name_of(close), close, resource)
    found = method_cleanup(resource)
    if found is not None:
        return found
    if is_async_manager(resource) or is_sync_manager(resource):
        if type(getattr(resource, "gen", None)) in (GeneratorType, AsyncGeneratorType):
            raise TypeError(f"a {name} has to be entered: use enter_async_context() or async_resource_context()")
        return manager_exit(resource)
    discard(resource)
    if isinstance(resource, type):
        raise TypeError(f"the class `{name_of(resource)}` is no resource: create an object of it")
    if is_coroutine(resource):
        raise TypeError(f"the coroutine `{name_of(resource)}` is no resource: await it and pass its result")
    methods = ", ".join(CLOSE_METHODS)
    raise TypeError(f"cannot close {name}: it has none of the methods {methods}; say how with `close`")


def method_cleanup(resource: Any) -> Optional[Cleanup]:
    """The clean-up of a task, or of an object with a method that closes it."""
    if isinstance(resource, type) or is_coroutine(resource):
        return None
    is_mock = isinstance(resource, NonCallableMock)
    if asyncio.isfuture(resource) and not is_mock:
        return Cleanup(class_name(resource), lambda _error: _cancel(resource), resource)
    for name in CLOSE_METHODS:
        method = getattr(resource, name, None)
        # A mock without a spec answers every name; a sync one does not stand for something with an `aclose`.
        if callable(method) and not (is_mock and name == "aclose" and not isinstance(method, AsyncMock)):
            return _call(f"{class_name(resource)}.{name}", method, resource)
    return None


def _value_cleanup(value: Any) -> Cleanup:
    """The clean-up of a value in a registry, which may be a coroutine or a function too."""

    def run(error: Optional[BaseException]) -> object:
        if is_coroutine(value):
            return value
        is_plain = not isinstance(value, type) and not is_async_manager(value) and not is_sync_manager(value)
        if is_plain and method_cleanup(value) is None:
            if is_awaitable(value):
                return value
            if callable(value):
                return _call(name, value, value).run(error)
        return resource_cleanup(value).run(error)

    name = name_of(value) if is_coroutine(value) or inspect.isroutine(value) else class_name(value)
    return Cleanup(name, run, value)


def _call(name: str, function: Callable[[], object], resource: object) -> Cleanup:
    """Calls a function.

    Raises:
        TypeError: If it cannot be called without arguments.
    """
    if not callable(function):
        raise TypeError(f"`close` is the name of a method or a function, not {class_name(function)}")
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        signature = inspect.Signature()  # some built-in functions and mocks have none that can be read
    try:
        signature.bind()
    except TypeError as error:
        raise TypeError(f"`{name}` is called without arguments to clean up: {error}") from None
    return Cleanup(name, lambda _error: function(), resource)


async def _cancel(future: "asyncio.Future[Any]") -> None:
    """Cancels a task or future that is not done, and raises the exception that it then ends with."""
    if not future.done():
        future.cancel()
        await asyncio.wait([future])
        if not future.cancelled():
            future.result()


def class_name(value: object) -> str:
    """The name of the class; that of the spec for a mock."""
    return name_of(value.__class__)
