# in: plain-3_12
import unittest


class TestIt(unittest.TestCase):
    def test_sum(self):
        self.assertEqual(1 + 1, 3)


unittest.main()
