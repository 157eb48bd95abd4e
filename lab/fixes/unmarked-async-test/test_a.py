import asyncio

import pytest

RAN = []


async def test_unmarked():
    await asyncio.sleep(0)
    RAN.append("unmarked")


@pytest.mark.asyncio
async def test_marked():
    await asyncio.sleep(0)
    assert RAN == ["unmarked"]
