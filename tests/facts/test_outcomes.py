"""How tests end."""

import unittest

import pytest


@pytest.fixture
def fails():
    raise ValueError("setup")


@pytest.fixture
def fails_late():
    yield
    raise ValueError("teardown")


def test_passes():
    pass


def test_fails():
    raise AssertionError


def test_fails_in_setup(fails):
    pass


def test_fails_in_teardown(fails_late):
    pass


def test_fails_twice(fails_late):
    raise AssertionError


@pytest.mark.skip
def test_is_skipped():
    pass


def test_skips_itself():
    pytest.skip("now")


@pytest.mark.xfail
def test_xfails():
    raise AssertionError


@pytest.mark.xfail
def test_xpasses():
    pass


class TestCase(unittest.TestCase):
    def test_fails(self):
        self.fail()

    def test_fails_in_part(self):
        with self.subTest("good"):
            pass
        with self.subTest("bad"):
            self.fail()
