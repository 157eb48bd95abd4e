from unittest.mock import Mock, patch

import api
import pytest


@pytest.mark.asyncio
async def test_load():
    with patch("api.fetch", Mock(return_value=3)):
        assert await api.load("k") == 3
