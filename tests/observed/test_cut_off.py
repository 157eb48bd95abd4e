"""Loops that a signal ends from outside, as plugins do that limit the time of tests."""

import asyncio
import signal

import pytest
from library import refresh, start_refresh

TASKS = []


def give_up(_signal, _frame):
    pytest.fail("too late")


@pytest.fixture
def limit():
    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


async def test_waits(limit):
    await asyncio.sleep(3600)


async def test_waits_for_others(limit):
    await asyncio.gather(refresh(), refresh())


async def test_leaves_a_task_and_waits(limit):
    TASKS.append(start_refresh())
    await asyncio.sleep(3600)


def test_run_waits(limit):
    asyncio.run(refresh())
