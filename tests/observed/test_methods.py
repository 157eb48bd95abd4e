import unittest

from library import Keeper, save


class TestMethods:
    def setup_method(self):
        save("set-up")

    def teardown_method(self):
        Keeper(save("teardown"))

    def test_one(self):
        pass


class Case(unittest.TestCase):
    def setUp(self):
        save("unittest calls it in the test's call")

    def test_case(self):
        pass


def marked(function):
    return function


class TestAsyncMethods:
    @marked
    async def teardown_method(self):
        pass

    def test_two(self):
        pass
