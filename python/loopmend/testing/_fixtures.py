"""Clean-up of what an async test opens."""

import unittest
import warnings
from contextlib import AbstractAsyncContextManager
from typing import List, TypeVar

from ._cleanup import (
    Cleanup,
    Close,
    RegistryCleanup,
    class_name,
    is_async_manager,
    manager_exit,
    raise_as_it_is,
    resource_cleanup,
    unwind,
)

T = TypeVar("T")


class AsyncTestFixtureMixin:
    """A base of test classes that closes what their tests open, in reverse order.

    In a class of pytest, an async fixture with `autouse=True` awaits `setup_async_resources()`, yields, and awaits
    `cleanup_all_async_resources()`. In an `unittest.IsolatedAsyncioTestCase`, the clean-up runs by itself, after
    `asyncTearDown`. Where neither happens, a `ResourceWarning` says what was not closed.
    """

    async def setup_async_resources(self) -> None:
        """Prepares a test. Override it, await `super()`, and open what each test needs.

        Raises:
            RuntimeError: If it is called twice without a clean-up in between.
        """
        if self.__dict__.get("_loopmend_is_set_up", False):
            raise RuntimeError("setup_async_resources() was called twice without cleanup_all_async_resources()")
        self.__dict__["_loopmend_is_set_up"] = True

    def track(self, resource: T, close: Close = None) -> T:
        """Has an open resource closed by the clean-up.

        Args:
            resource: A task, which is cancelled; an object with a method `aclose`, `close`, `stop`, `shutdown`,
                `disconnect`, `cleanup` or `cancel`, sync or async; or a context manager that was entered.
            close: The name of another method, or a function without parameters, sync or async.

        Returns:
            The resource. One that is tracked already is closed once, unless `close` says how else.

        Raises:
            TypeError: If it is not known how the resource is closed.
        """
        cleanup = resource_cleanup(resource, close)
        if close is not None or all(it.resource is not resource for it in _cleanups_of(self)):
            _add(self, cleanup)
        return resource

    async def enter_async_context(self, manager: "AbstractAsyncContextManager[T]") -> T:
        """Enters an async context manager, and has the clean-up leave it.

        Args:
            manager: The context manager. Nothing is tracked if it cannot be entered.

        Returns:
            What `async with manager as …` would bind.

        Raises:
            TypeError: If it is no async context manager.
        """
        if not is_async_manager(manager):
            raise TypeError(f"{class_name(manager)} is no async context manager")
        value = await manager.__aenter__()
        _add(self, manager_exit(manager))
        return value

    def track_mock_registry(self, registry: object) -> None:
        """Has everything in a registry closed by the clean-up, as `async_cleanup_registry` does.

        Args:
            registry: A mapping or an iterable. What it holds when the clean-up runs is closed.

        Raises:
            TypeError: If it is neither.
        """
        _add(self, RegistryCleanup(registry))

    async def cleanup_all_async_resources(self) -> None:
        """Closes everything that is tracked, the last one first. A second call has nothing to do.

        Raises:
            ExceptionGroup: The exceptions of all clean-ups that failed. All others have run.
            BaseException: A cancellation or Ctrl-C that a clean-up received. All others have run.
        """
        self.__dict__["_loopmend_is_set_up"] = False
        error = await unwind(_cleanups_of(self))
        if error is not None:
            raise_as_it_is(error)


async def async_cleanup_registry(registry: object) -> None:
    """Closes everything in a registry, the last one first. The registry keeps its content.

    Coroutines and other awaitables are awaited, tasks are cancelled, and functions are called. Everything else is
    closed as `AsyncTestFixtureMixin.track` does. `None` is left out.

    Args:
        registry: A mapping, whose values count, or an iterable.

    Raises:
        TypeError: If it is neither.
        ExceptionGroup: The exceptions of all clean-ups that failed. All others have run.
        BaseException: A cancellation or Ctrl-C that a clean-up received. All others have run.
    """
    error = await unwind([RegistryCleanup(registry)])
    if error is not None:
        raise_as_it_is(error)


# These are no methods, since a method could have the name of one of the test class.


class _Cleanups(List[Cleanup]):
    """The clean-ups of a test; warns if they never run."""

    def __del__(self) -> None:
        if self:
            names = ", ".join(f"`{cleanup.name}`" for cleanup in self)
            message = f"tracked resources were never closed: {names}; await cleanup_all_async_resources()"
            warnings.warn(message, ResourceWarning, stacklevel=2)


def _cleanups_of(fixture: AsyncTestFixtureMixin) -> List[Cleanup]:
    if "_loopmend_cleanups" not in fixture.__dict__:
        fixture.__dict__["_loopmend_cleanups"] = _Cleanups()
    cleanups: List[Cleanup] = fixture.__dict__["_loopmend_cleanups"]
    return cleanups


def _add(fixture: AsyncTestFixtureMixin, cleanup: Cleanup) -> None:
    cleanups = _cleanups_of(fixture)
    if isinstance(fixture, unittest.IsolatedAsyncioTestCase) and not cleanups:
        fixture.addAsyncCleanup(fixture.cleanup_all_async_resources)
    cleanups.append(cleanup)
