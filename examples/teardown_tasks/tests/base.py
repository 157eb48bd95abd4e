"""What the test classes share."""

from switchboard.registry import Registry


class WithRegistry:
    """Each test gets a registry of its own."""

    def setup_method(self, method=None):
        self.registry = Registry()

    def teardown_method(self, method=None):
        self.registry = None
