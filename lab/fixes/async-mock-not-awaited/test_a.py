from unittest.mock import AsyncMock

import pytest


@pytest.mark.asyncio
async def test_fetch():
    fetch = AsyncMock()
    fetch("k")
    fetch.assert_awaited_once_with("k")
