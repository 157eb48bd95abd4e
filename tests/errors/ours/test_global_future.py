# shows: attached-to-different-loop future-left-waiting
# in: asyncio-0_26 asyncio-1_5
import asyncio

import pytest

ready = asyncio.new_event_loop().create_future()


@pytest.mark.asyncio
async def test_first():
    await ready


@pytest.mark.asyncio
async def test_second():
    await ready
