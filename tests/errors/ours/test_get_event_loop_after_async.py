# shows: no-current-loop
# in: asyncio-1_5
import asyncio

import pytest


@pytest.mark.asyncio
async def test_async():
    await asyncio.sleep(0)


def test_sync():
    asyncio.get_event_loop().run_until_complete(asyncio.sleep(0))
