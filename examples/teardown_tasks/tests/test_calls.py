import asyncio
import logging
from unittest.mock import AsyncMock

import pytest

from switchboard.calls import NobodyFree, Switchboard
from switchboard.registry import Registry

logger = logging.getLogger(__name__)


class TestCalls:
    def setup_method(self, method=None):
        self.registry = Registry()
        self.listener = AsyncMock()
        self.switchboard = Switchboard(self.registry, self.listener)

    def teardown_method(self, method=None):
        # This one is known: pytest shows its warning under each failing test.
        try:
            for name in list(self.registry.operators):
                asyncio.create_task(self.registry.unregister(name))
        except Exception as error:
            logger.warning("clean-up failed: %s", error)

    async def test_a_caller_is_put_through(self):
        await self.registry.register("iris", "en", "de")
        async with self.switchboard.call("+44 1", "en") as operator:
            assert operator.name == "iris"
            assert operator.is_busy

    async def test_the_operator_is_free_after_the_call(self):
        operator = await self.registry.register("iris", "en")
        async with self.switchboard.call("+44 1", "en"):
            pass
        assert not operator.is_busy

    async def test_nobody_speaks_the_language(self):
        await self.registry.register("iris", "en")
        with pytest.raises(NobodyFree):
            async with self.switchboard.call("+33 1", "fr"):
                pass

    async def test_the_listener_hears_of_both_ends(self):
        await self.registry.register("iris", "en")
        async with self.switchboard.call("+44 1", "en"):
            self.listener.started.assert_awaited_once_with("+44 1", "iris")
        self.listener.ended.assert_awaited_once_with("+44 1")

    async def test_two_calls_need_two_operators(self):
        await self.registry.register("iris", "en")
        await self.registry.register("joe", "en")
        async with self.switchboard.call("+44 1", "en") as first:
            async with self.switchboard.call("+44 2", "en") as second:
                assert {first.name, second.name} == {"iris", "joe"}
