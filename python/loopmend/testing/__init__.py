"""Helpers for async tests: clean-up of resources, mocks whose calls have to be awaited, and a check for leaks."""

from ._context import async_resource_context
from ._fixtures import AsyncTestFixtureMixin, async_cleanup_registry
from ._groups import ExceptionGroup
from ._leaks import assert_no_leaks
from ._mocks import AsyncMockManager

__all__ = [
    "AsyncMockManager",
    "AsyncTestFixtureMixin",
    "ExceptionGroup",
    "assert_no_leaks",
    "async_cleanup_registry",
    "async_resource_context",
]
