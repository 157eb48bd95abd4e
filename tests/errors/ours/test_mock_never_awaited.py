# shows: mock-never-awaited
# in: asyncio-0_26 asyncio-1_5
# ini: asyncio_mode = auto
from unittest.mock import AsyncMock


async def test_save():
    save = AsyncMock()
    save()
