"""Tests that share the session's loop: what one leaves, the others have."""

import asyncio
import inspect

import pytest
import pytest_asyncio
from library import refresh

if "loop_scope" not in inspect.signature(pytest_asyncio.fixture).parameters:
    pytest.skip("this pytest-asyncio has no loop scopes", allow_module_level=True)

pytestmark = pytest.mark.asyncio(loop_scope="session")
TASKS = []


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def pool():
    worker = asyncio.create_task(refresh())
    yield worker
    worker.cancel()


async def test_with_pool(pool):
    assert not pool.done()


async def test_leaves_a_task():
    TASKS.append(asyncio.create_task(refresh()))


async def test_ends_later():
    TASKS.append(asyncio.create_task(asyncio.sleep(0)))


async def test_innocent(pool):
    await asyncio.sleep(0)
    assert not pool.done()
