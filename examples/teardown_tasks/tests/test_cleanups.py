"""Clean-ups that are right."""

import asyncio
from unittest.mock import AsyncMock

import pytest
import pytest_asyncio

from switchboard.calls import Switchboard
from switchboard.registry import Registry


class TestFixture:
    """An async fixture awaits its clean-up on the loop of the test."""

    @pytest_asyncio.fixture
    async def registry(self):
        registry = Registry()
        await registry.register("iris", "en")
        yield registry
        for name in list(registry.operators):
            await registry.unregister(name)
        assert registry.farewells == ["iris"]

    async def test_the_call_ends_when_it_fails(self, registry):
        listener = AsyncMock()
        with pytest.raises(ZeroDivisionError):
            async with Switchboard(registry, listener).call("+44 1", "en"):
                1 / 0
        listener.ended.assert_awaited_once_with("+44 1")


class TestRun:
    """Where no loop runs, a plain clean-up may start one."""

    def setup_method(self, method=None):
        self.registry = Registry()
        asyncio.run(self.registry.register("joe", "fr"))

    def teardown_method(self, method=None):
        asyncio.run(self.registry.unregister("joe"))
        assert self.registry.farewells == ["joe"]

    def test_a_plain_test(self):
        assert [operator.name for operator in self.registry.free("fr")] == ["joe"]


class TestGuarded:
    """A clean-up that asks whether a loop runs, and starts one if none does."""

    def setup_method(self, method=None):
        self.registry = Registry()

    def teardown_method(self, method=None):
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            asyncio.run(self.registry.unregister("iris"))
        else:
            loop.create_task(self.registry.unregister("iris"))
        assert self.registry.farewells == ["iris"]

    async def test_a_task_is_awaited_where_it_starts(self):
        task = asyncio.create_task(self.registry.register("iris", "en"))
        assert (await task).name == "iris"
