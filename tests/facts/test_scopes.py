"""Loops that one test has for itself, and loops that several share."""

import asyncio

import pytest
from library import work

AT_IMPORT = asyncio.new_event_loop()
KEPT = []


def test_plain():
    pass


def test_runs():
    asyncio.run(work(3))


def test_runs_twice():
    asyncio.run(work(0))
    asyncio.run(work(1))


def test_of_module(of_module):
    of_module.run_until_complete(work(1))


def test_of_module_again(of_module):
    of_module.run_until_complete(work(0))


def test_of_session(of_session):
    of_session.run_until_complete(work(0))


def test_of_two(of_session, of_module):
    of_session.run_until_complete(work(0))
    of_module.run_until_complete(work(0))


def test_made_at_import():
    AT_IMPORT.run_until_complete(work(0))
    AT_IMPORT.close()


def test_keeps():
    KEPT.append(asyncio.new_event_loop())
    KEPT[0].run_until_complete(work(0))


def test_uses_what_was_kept():
    KEPT[0].run_until_complete(work(0))
    KEPT[0].close()


class TestOfClass:
    @pytest.fixture(scope="class")
    def loop(self):
        loop = asyncio.new_event_loop()
        yield loop
        loop.close()

    def test_one(self, loop):
        loop.run_until_complete(work(0))

    @pytest.mark.parametrize("value", ["a::b", "c"])
    def test_other(self, loop, value):
        loop.run_until_complete(work(2))


@pytest.fixture
def made():
    asyncio.run(work(2))


def test_ran_in_a_fixture_only(made):
    pass


@pytest.mark.asyncio
async def test_asyncio():
    await work(2)


@pytest.mark.asyncio
async def test_asyncio_again():
    pass
