# shows: plugin-without-packages
# in: asyncio-0_23_0-pytest-8 asyncio-0_23_3-pytest-8
# beside: __init__.py
import pytest


@pytest.mark.asyncio
async def test_load():
    pass
