"""Uses that type checkers have to understand: mypy and pyright read this file, and nobody runs it."""

import asyncio
from contextlib import asynccontextmanager, contextmanager
from typing import Any, AsyncIterator, Iterator, List, Tuple, Union

from loopmend.aio import background, run_sync
from loopmend.testing import (
    AsyncMockManager,
    AsyncTestFixtureMixin,
    ExceptionGroup,
    assert_no_leaks,
    async_cleanup_registry,
    async_resource_context,
)


class Client:
    """Is closed asynchronously."""

    async def aclose(self) -> None:
        """Closes it."""


class Pool:
    """An async context manager."""

    async def __aenter__(self) -> "Pool":
        """Opens it."""
        return self

    async def __aexit__(self, *error: object) -> None:
        """Closes it."""


@asynccontextmanager
async def connection() -> AsyncIterator[str]:
    """An async context manager of `contextlib`."""
    yield ""


@contextmanager
def file() -> Iterator[bytes]:
    """A sync one."""
    yield b""


async def number() -> int:
    """A coroutine."""
    return 1


def sync() -> int:
    """Results keep their types."""
    return run_sync(number()) + run_sync(number(), allow_running_loop=True)


async def tasks() -> int:
    """Tasks keep their types."""
    task: "asyncio.Task[int]" = background(number(), name="number")
    return await task


async def contexts(clients: List[Client]) -> str:
    """A context binds a tuple of the right types, and does not swallow exceptions: nothing is missing at the end."""
    async with async_resource_context(Client()) as (client,):
        await client.aclose()
    async with async_resource_context(connection(), Pool()) as (name, pool):
        pair: Tuple[str, Pool] = (name, pool)
    async with async_resource_context(file()) as (content,):
        data: bytes = content
    async with async_resource_context(connection(), connection(), Pool()) as three:
        names: Tuple[str, str, Pool] = three
    async with async_resource_context(*clients) as many:
        several: Tuple[Any, ...] = many
    async with async_resource_context(connection(), file(), Client()) as (first, *_rest):
        print(pair, data, names, several)
        return str(first)


class Case(AsyncTestFixtureMixin):
    """Tracked resources keep their types."""

    async def check(self) -> None:
        """Tracks them."""
        client: Client = self.track(Client())
        self.track(client, close="aclose")
        self.track(client, close=client.aclose)
        name: str = await self.enter_async_context(connection())
        self.track_mock_registry({name: client})
        await self.cleanup_all_async_resources()


async def checks(registry: Union[List[Client], "dict[str, Client]"]) -> None:
    """Checks are used with `with` and `async with`."""
    with assert_no_leaks(), AsyncMockManager() as manager:
        manager.mock(Client).aclose()
    async with assert_no_leaks(), AsyncMockManager() as manager:
        manager.assert_all_awaited()
    try:
        await async_cleanup_registry(registry)
    except ExceptionGroup as group:
        errors: Tuple[Exception, ...] = group.exceptions
        print(group.message, errors)
