import asyncio

import pytest

pytestmark = pytest.mark.asyncio


async def test_one_loop(answer):
    assert answer.get_loop() is asyncio.get_running_loop()


async def test_the_same_loop(answer):
    answer.set_result(1)
    assert await asyncio.wait_for(answer, 1) == 1
