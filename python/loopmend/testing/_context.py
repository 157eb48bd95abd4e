"""Several resources in one `async with`."""

from contextlib import AbstractAsyncContextManager, AbstractContextManager
from types import TracebackType
from typing import Any, Generic, List, Optional, Tuple, Type, TypeVar, overload

from ._cleanup import (
    Cleanup,
    class_name,
    is_async_manager,
    is_sync_manager,
    manager_exit,
    raise_as_it_is,
    resource_cleanup,
    unwind,
)

T = TypeVar("T")
T1 = TypeVar("T1")
T2 = TypeVar("T2")
T3 = TypeVar("T3")


@overload
def async_resource_context(first: AbstractAsyncContextManager[T1], /) -> "_ResourceContext[Tuple[T1]]": ...


@overload
def async_resource_context(first: AbstractContextManager[T1], /) -> "_ResourceContext[Tuple[T1]]": ...


@overload
def async_resource_context(first: T1, /) -> "_ResourceContext[Tuple[T1]]": ...


@overload
def async_resource_context(
    first: AbstractAsyncContextManager[T1], second: AbstractAsyncContextManager[T2], /
) -> "_ResourceContext[Tuple[T1, T2]]": ...


@overload
def async_resource_context(
    first: AbstractAsyncContextManager[T1],
    second: AbstractAsyncContextManager[T2],
    third: AbstractAsyncContextManager[T3],
    /,
) -> "_ResourceContext[Tuple[T1, T2, T3]]": ...


@overload
def async_resource_context(*resources: object) -> "_ResourceContext[Tuple[Any, ...]]": ...


def async_resource_context(*resources: Any) -> "_ResourceContext[Any]":
    """Opens resources in an `async with`, and closes them in reverse order, whatever fails.

    Context managers, async and sync, are entered and left. They get the exception that ends the block, and may
    suppress it or replace it by `raise … from`. Other resources are open already, and are closed as
    `AsyncTestFixtureMixin.track` does, also if a context manager cannot be entered.

    If the block and a clean-up fail, or a clean-up alone, all their exceptions are in one `ExceptionGroup`. A
    cancellation and Ctrl-C stay what they are, with that group in their context.

    Args:
        resources: The resources, each once.

    Returns:
        An async context manager for one use. It binds a tuple, also for a single resource: what each context manager
        returned when it was entered, and the other resources themselves.

    Raises:
        TypeError: If it is not known how a resource is closed.
        ValueError: If a resource is passed twice.
    """
    return _ResourceContext(resources)


class _ResourceContext(AbstractAsyncContextManager[T], Generic[T]):
    """The resources, while they are open."""

    def __init__(self, resources: Tuple[Any, ...]) -> None:
        self._resources = resources
        self._cleanups: List[Cleanup] = []
        self._is_used = False
        for index, resource in enumerate(resources):
            if any(resource is other for other in resources[:index]):
                raise ValueError(f"resource {index + 1}, {class_name(resource)}, is passed twice")
            if isinstance(resource, type) or not (is_async_manager(resource) or is_sync_manager(resource)):
                resource_cleanup(resource)

    async def __aenter__(self) -> T:
        if self._is_used:
            raise RuntimeError("async_resource_context() can be entered once; call it again")
        self._is_used = True
        values: List[Any] = []
        for index, resource in enumerate(self._resources):
            try:
                values.append(await self._open(resource))
            except BaseException as error:
                for later in self._resources[index + 1 :]:
                    if not (is_async_manager(later) or is_sync_manager(later)):
                        self._cleanups.append(resource_cleanup(later))
                raise_as_it_is(await unwind(self._cleanups, error) or error)
        result: Any = tuple(values)
        return result  # type: ignore[no-any-return]

    async def _open(self, resource: Any) -> Any:
        if is_async_manager(resource):
            value = await resource.__aenter__()
        elif is_sync_manager(resource):
            value = resource.__enter__()
        else:
            self._cleanups.append(resource_cleanup(resource))
            return resource
        self._cleanups.append(manager_exit(resource))
        return value

    async def __aexit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> Optional[bool]:
        raised = await unwind(self._cleanups, error)
        if raised is not None and raised is not error:
            raise_as_it_is(raised)
        return raised is None
