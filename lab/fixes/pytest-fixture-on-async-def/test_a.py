import asyncio

import pytest
import pytest_asyncio


@pytest_asyncio.fixture
async def other():
    await asyncio.sleep(0)
    return 2


@pytest.fixture
async def rows():
    await asyncio.sleep(0)
    yield [1]


@pytest.mark.asyncio
async def test_rows(rows, other):
    assert rows == [1]
    assert other == 2
