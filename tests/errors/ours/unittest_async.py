# shows: never-awaited
# in: plain-3_9 plain-3_13
import unittest


class TestIt(unittest.TestCase):
    async def test_load(self):
        self.assertEqual(1, 2)


unittest.main()
