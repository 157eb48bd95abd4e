"""Things of one event loop that another one waits for."""

import asyncio
import gc
import unittest

import pytest

KEPT = []


async def take(queue):
    return await queue.get()


async def await_it(future):
    return await future


@pytest.fixture(scope="module")
def first_loop():
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.fixture(scope="module")
def queue(first_loop):
    async def bind():
        queue = asyncio.Queue()
        waiting = asyncio.ensure_future(queue.get())
        await asyncio.sleep(0)
        queue.put_nowait(1)
        await waiting
        return queue

    return first_loop.run_until_complete(bind())


def test_queue_of_a_fixture(queue):
    asyncio.run(take(queue))


@pytest.fixture
def taken(queue):
    return asyncio.run(take(queue))


def test_raised_in_a_fixture(taken):
    assert taken is None


def test_future_of_another_loop():
    loop = asyncio.new_event_loop()
    future = loop.create_future()
    try:
        asyncio.run(await_it(future))
    finally:
        loop.close()


def test_task_of_another_loop(first_loop):
    task = first_loop.create_task(asyncio.sleep(0))
    try:
        asyncio.run(await_it(task))
    finally:
        first_loop.run_until_complete(task)


def test_waits_for_a_while():
    loop = asyncio.new_event_loop()
    future = loop.create_future()
    try:
        asyncio.run(asyncio.wait_for(future, 1))
    finally:
        loop.close()


def test_nobody_looks(queue):
    async def main():
        asyncio.ensure_future(take(queue))
        await asyncio.sleep(0.01)
        gc.collect()

    asyncio.run(main())


class Case(unittest.TestCase):
    def test_case(self):
        loop = asyncio.new_event_loop()
        self.addCleanup(loop.close)
        asyncio.run(await_it(loop.create_future()))


def test_expected(queue):
    with pytest.raises(RuntimeError):
        asyncio.run(take(queue))


@pytest.mark.xfail(raises=RuntimeError, strict=True)
def test_expected_to_fail(queue):
    asyncio.run(take(queue))


def test_only_the_words():
    raise RuntimeError("Task a got Future b attached to a different loop")


def test_one_loop_is_fine(queue, first_loop):
    queue.put_nowait(2)
    assert first_loop.run_until_complete(take(queue)) == 2
