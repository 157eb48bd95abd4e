"""Inventory of the SSH and SMTP servers in a rack."""
from __future__ import annotations

import asyncio
import socket
from collections import Counter
from typing import NamedTuple


class Endpoint(NamedTuple):
    host: str
    port: int


def read_banner(endpoint: Endpoint) -> str:
    with socket.create_connection(endpoint, timeout=3) as connection:
        return connection.recv(128).decode("ascii", "replace").strip()


async def read_banner_async(endpoint: Endpoint) -> str:
    async with asyncio.timeout(3):
        reader, writer = await asyncio.open_connection(*endpoint)
        try:
            line = await reader.readline()
        finally:
            writer.close()
    return line.decode("ascii", "replace").strip()


async def ssh_versions(endpoints: list[Endpoint]) -> Counter[str]:
    banners = map(read_banner, endpoints)  # BUG
    return Counter(banners)  # ALSO


async def smtp_versions(endpoints: list[Endpoint]) -> Counter[str]:
    banners = await asyncio.gather(*map(read_banner_async, endpoints))
    return Counter(banners)
