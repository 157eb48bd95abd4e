import asyncio

import pytest
from base import WithRegistry

from switchboard.registry import UnknownOperator


class TestOperators(WithRegistry):
    def setup_method(self, method=None):
        super().setup_method(method)
        self.languages = ("en", "de")

    def teardown_method(self, method=None):
        try:
            for name in list(self.registry.operators):
                asyncio.create_task(self.registry.unregister(name))
        except Exception:
            pass
        super().teardown_method(method)

    async def test_an_operator_is_free(self):
        operator = await self.registry.register("iris", *self.languages)
        assert self.registry.free("de") == [operator]

    async def test_a_busy_operator_is_not_free(self):
        operator = await self.registry.register("iris", *self.languages)
        operator.is_busy = True
        assert self.registry.free("en") == []

    async def test_an_operator_leaves(self):
        await self.registry.register("iris", *self.languages)
        await self.registry.unregister("iris")
        assert self.registry.farewells == ["iris"]

    async def test_an_unknown_operator_cannot_leave(self):
        with pytest.raises(UnknownOperator):
            await self.registry.unregister("nobody")
