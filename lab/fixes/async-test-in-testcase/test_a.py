import asyncio
import unittest

RAN = []


class TestRows(unittest.TestCase):
    async def test_a_rows(self):
        await asyncio.sleep(0)
        RAN.append("rows")

    def test_b_ran(self):
        self.assertEqual(RAN, ["rows"])
