import asyncio
import socket
import time
from typing import NamedTuple


class Mirror(NamedTuple):
    host: str
    port: int


def connect_time(mirror: Mirror) -> float:
    started = time.perf_counter()
    with socket.create_connection((mirror.host, mirror.port), timeout=2) as connection:
        connection.recv(64)
    return time.perf_counter() - started


async def connect_time_async(mirror: Mirror) -> float:
    started = time.perf_counter()
    async with asyncio.timeout(2):
        reader, writer = await asyncio.open_connection(mirror.host, mirror.port)
        try:
            await reader.read(64)
        finally:
            writer.close()
            await writer.wait_closed()
    return time.perf_counter() - started


async def rank_mirrors(mirrors: list[Mirror]) -> list[Mirror]:
    return sorted(mirrors, key=connect_time)  # BUG


async def rank_mirrors_fairly(mirrors: list[Mirror]) -> list[Mirror]:
    times = {mirror: await connect_time_async(mirror) for mirror in mirrors}
    return sorted(mirrors, key=times.__getitem__)
