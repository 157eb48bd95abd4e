# shows: policy-fixture-deprecated
# in: asyncio-1_5
# ini: asyncio_mode = auto
import asyncio

import pytest


@pytest.fixture
def event_loop_policy():
    return asyncio.DefaultEventLoopPolicy()


async def test_load():
    pass
