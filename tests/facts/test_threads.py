"""A loop that runs in a thread, and one of the session, seen from another file."""

import asyncio
import unittest

from library import work


def test_of_session(of_session):
    of_session.run_until_complete(work(0))


def test_before():
    asyncio.run(work(0))


def test_in_thread(in_thread):
    asyncio.run_coroutine_threadsafe(work(2), in_thread).result()


def test_while_the_thread_runs():
    pass


class TestIsolated(unittest.IsolatedAsyncioTestCase):
    async def test_isolated(self):
        await work(1)
