import asyncio
from unittest.mock import AsyncMock, MagicMock

import pytest


async def execute_tool(client, url):
    response = await client.get(url)
    response.raise_for_status()
    return response.status_code


def mock_response(status_code):
    resp = MagicMock()
    resp.status_code = status_code
    if status_code >= 400:
        resp.raise_for_status.side_effect = RuntimeError(f"HTTP {status_code}")
    return resp


def test_http_error_is_raised():
    client = AsyncMock()
    client.get.return_value = mock_response(503)
    with pytest.raises(RuntimeError):
        asyncio.run(execute_tool(client, "http://tool"))
