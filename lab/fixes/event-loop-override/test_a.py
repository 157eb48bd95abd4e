import asyncio

import pytest

pytestmark = pytest.mark.asyncio

LOOPS = []


async def test_first():
    LOOPS.append(asyncio.get_running_loop())


async def test_second():
    assert LOOPS == [asyncio.get_running_loop()]
