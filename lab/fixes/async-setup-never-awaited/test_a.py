import asyncio
import unittest


class TestRows(unittest.IsolatedAsyncioTestCase):
    rows = None

    async def setUp(self):
        await asyncio.sleep(0)
        self.rows = [1]

    async def test_rows(self):
        self.assertEqual(self.rows, [1])
