import asyncio

import pytest
from base import WithRegistry, WithShortDays

from switchboard import roster
from switchboard.registry import UnknownOperator
from switchboard.roster import Roster


class TestRoster(WithShortDays):
    """The `finally` lets the error through: each test passes, and pytest reports an error beside it."""

    def setup_method(self, method=None):
        super().setup_method(method)
        self.roster = Roster(self.registry)

    def teardown_method(self, method=None):
        try:
            for name in list(self.registry.operators):
                asyncio.create_task(self.registry.unregister(name))
        finally:
            super().teardown_method(method)

    async def test_an_operator_is_on_duty_by_day(self):
        await self.roster.begin("iris", "en")
        assert self.roster.on_duty(9) == ["iris"]
        assert self.roster.on_duty(10) == []

    async def test_an_operator_is_on_duty_by_night(self):
        await self.roster.begin("joe", "fr", hours=range(0, 6))
        assert self.roster.on_duty(3) == ["joe"]

    async def test_operators_take_turns(self):
        await self.roster.begin("iris", "en", hours=range(8, 12))
        await self.roster.begin("joe", "en", hours=range(12, 16))
        assert [self.roster.on_duty(hour) for hour in (11, 12)] == [["iris"], ["joe"]]

    async def test_a_shift_ends(self):
        await self.roster.begin("iris", "en")
        await self.roster.end("iris")
        assert self.roster.on_duty(9) == []

    async def test_an_unknown_shift_cannot_end(self):
        with pytest.raises(UnknownOperator):
            await self.roster.end("nobody")


class TestHiddenRoster(WithRegistry):
    """The same with an `except`, which hides the error."""

    def setup_method(self, method=None):
        super().setup_method(method)
        self.roster = Roster(self.registry)

    def teardown_method(self, method=None):
        try:
            for name in list(self.registry.operators):
                asyncio.create_task(self.registry.unregister(name))
        except Exception:
            pass
        finally:
            super().teardown_method(method)

    async def test_the_day_has_its_hours_again(self):
        await self.roster.begin("iris", "en")
        assert self.roster.on_duty(17) == ["iris"]
        assert roster.DAY == range(8, 18)

    async def test_many_operators_at_the_same_time(self):
        names = [f"operator {number}" for number in range(20)]
        await asyncio.gather(*(self.roster.begin(name, "en") for name in names))
        assert self.roster.on_duty(8) == names
