# shows: no-running-loop
# in: asyncio-0_21 asyncio-0_26 asyncio-1_5
import asyncio

import pytest


async def close():
    pass


class TestIt:
    def teardown_method(self):
        asyncio.create_task(close())

    @pytest.mark.asyncio
    async def test_load(self):
        pass
