import unittest
from unittest.mock import AsyncMock

from usage import UsageReporter


class TestUsageReporter(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.post = AsyncMock()

    async def test_sends_the_command(self):
        reporter = UsageReporter(self.post)
        self.assertTrue(await reporter.send("export"))
        self.post.assert_awaited_once_with({"command": "export"})

    async def test_disabled_sends_nothing(self):
        reporter = UsageReporter(self.post, enabled=False)
        self.assertFalse(await reporter.send("export"))
        self.post.assert_not_awaited()

    def test_enabled_by_default(self):
        self.assertTrue(UsageReporter(self.post).enabled)
