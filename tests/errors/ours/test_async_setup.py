# shows: never-awaited
# in: asyncio-0_21 asyncio-0_26 asyncio-1_5
import pytest


class TestIt:
    async def setup_method(self):
        self.value = 1

    @pytest.mark.asyncio
    async def test_load(self):
        pass
