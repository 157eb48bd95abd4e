import asyncio
import gc

import pytest
from library import refresh, start_refresh

TASKS = []


async def test_left():
    TASKS.append(asyncio.create_task(refresh()))


async def test_left_by_helper():
    TASKS.append(start_refresh())
    await asyncio.sleep(0)


async def test_cancelled():
    task = start_refresh()
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


@pytest.fixture
async def refreshing():
    task = start_refresh()
    await asyncio.sleep(0)
    yield task
    task.cancel()


async def test_fixture_cancels(refreshing):
    assert not refreshing.done()


@pytest.fixture
async def forgetful():
    yield asyncio.create_task(refresh())


async def test_fixture_forgets(forgetful):
    assert not forgetful.done()


def test_run_leaves():
    async def main():
        TASKS.append(asyncio.create_task(refresh()))

    asyncio.run(main())


def test_loop_is_closed_under_it():
    loop = asyncio.new_event_loop()
    loop.create_task(refresh())
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()
    gc.collect()


def test_loop_never_runs_it():
    loop = asyncio.new_event_loop()
    loop.create_task(refresh())
    loop.close()


async def waits_for_nobody():
    await asyncio.get_running_loop().create_future()


async def test_vanishes():
    asyncio.create_task(waits_for_nobody())
    await asyncio.sleep(0)
    gc.collect()


async def test_group():
    assert await asyncio.gather(*(asyncio.sleep(0, number) for number in range(3))) == [0, 1, 2]


async def test_timeout():
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(refresh(), 0.01)
