"""What the test classes share."""

from switchboard import roster
from switchboard.registry import Registry


class WithRegistry:
    """Each test gets a registry of its own."""

    def setup_method(self, method=None):
        self.registry = Registry()

    def teardown_method(self, method=None):
        self.registry = None


class WithShortDays(WithRegistry):
    """Each test has a day of two hours."""

    def setup_method(self, method=None):
        super().setup_method(method)
        self.saved_day, roster.DAY = roster.DAY, range(8, 10)

    def teardown_method(self, method=None):
        roster.DAY = self.saved_day
        super().teardown_method(method)
