import asyncio

import pytest

RAN = []


@pytest.mark.asynico
async def test_a():
    await asyncio.sleep(0)
    RAN.append("a")


@pytest.mark.asyncio
async def test_b():
    assert RAN == ["a"]
