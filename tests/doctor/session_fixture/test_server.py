import asyncio

import pytest


@pytest.fixture(scope="session")
async def answer():
    async def later():
        await asyncio.sleep(0.2)
        return 42

    task = asyncio.create_task(later())
    yield task
    task.cancel()


async def test_answer(answer):
    assert await answer == 42
