import asyncio
import socket
from unittest.mock import AsyncMock, patch


def tcp_probe(host):
    with socket.create_connection((host, 443), timeout=1):
        return True


async def preflight_check(host):
    loop = asyncio.get_running_loop()
    reachable = await loop.run_in_executor(None, tcp_probe, host)
    return "ok" if reachable is True else f"unexpected {type(reachable).__name__}"


def test_preflight_passes_when_reachable():
    probe = AsyncMock(return_value=True)  # BUG
    with patch.dict(globals(), tcp_probe=probe):
        result = asyncio.run(preflight_check("example.org"))
    assert result == "ok"
