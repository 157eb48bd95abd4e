import asyncio
import unittest

from library import refresh, save

TASKS = []


class Case(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        save("in asyncSetUp")

    async def test_drops(self):
        save("in the test")

    async def test_runs(self):
        self.assertEqual(await save(1), 1)
        await asyncio.wait([asyncio.ensure_future(save())])

    def test_plain(self):
        self.assertIsNotNone(refresh)
