import asyncio

import pytest

LOOPS = []


@pytest.mark.asyncio(scope="module")
async def test_a():
    LOOPS.append(asyncio.get_running_loop())


@pytest.mark.asyncio(scope="module")
async def test_b():
    assert LOOPS == [asyncio.get_running_loop()]
