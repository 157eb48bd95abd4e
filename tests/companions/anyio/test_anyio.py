"""anyio's plugin, on both of its backends."""

import asyncio
import gc

import anyio
import pytest
from anyio.abc import TaskGroup
from library import Keeper, save, start_refresh

pytestmark = pytest.mark.anyio
TASKS = []
on_asyncio = pytest.mark.parametrize("anyio_backend", ["asyncio"])


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request):
    return request.param


@pytest.fixture
async def record():
    yield await save("record")


@pytest.fixture
async def forgetful():
    save("set-up")
    yield "forgetful"
    Keeper(save("torn down"))


@pytest.fixture
async def group():
    async with anyio.create_task_group() as group:
        yield group
        group.cancel_scope.cancel()


async def test_sleeps():
    await anyio.sleep(0)


async def test_awaits():
    assert await save(1) == 1


async def test_forgets():
    save("a statement")
    await anyio.sleep(0)


async def test_keeps_in_a_cycle():
    Keeper(save("until the collector runs"))


async def test_collects():
    gc.collect()


async def test_with_record(record):
    assert record == "record"


async def test_with_forgetful(forgetful):
    assert forgetful == "forgetful"


async def test_after_forgetful():
    gc.collect()


async def test_group(group: TaskGroup):
    group.start_soon(anyio.sleep, 60)
    await anyio.sleep(0)


async def test_nested_groups():
    done = []

    async def work(number):
        await anyio.sleep(0)
        done.append(number)

    async with anyio.create_task_group() as outer, anyio.create_task_group() as inner:
        outer.start_soon(work, 1)
        inner.start_soon(work, 2)
    assert sorted(done) == [1, 2]


async def test_thread():
    assert await anyio.to_thread.run_sync(lambda: 5) == 5


async def test_time_limit():
    with anyio.move_on_after(0.01) as scope:
        await anyio.sleep(60)
    assert scope.cancelled_caught


@on_asyncio
async def test_leaves_a_task():
    TASKS.append(asyncio.create_task(asyncio.sleep(60)))


@on_asyncio
async def test_leaves_a_task_by_a_helper(record):
    TASKS.append(start_refresh())
    await anyio.sleep(0)


@on_asyncio
async def test_cancels_its_task():
    task = start_refresh()
    await anyio.sleep(0)
    task.cancel()
    await asyncio.wait([task])


@on_asyncio
async def test_innocent():
    gc.collect()


def test_plain():
    assert anyio.run(save, 1) == 1


@pytest.mark.xfail(strict=True)
async def test_fails_and_forgets():
    save("in a test that fails")
    raise ValueError("expected")
