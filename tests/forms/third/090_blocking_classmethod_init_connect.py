"""Connection objects of a metrics client."""
from __future__ import annotations

import asyncio
import socket


class Metrics:
    def __init__(self, host: str, port: int) -> None:
        self.socket = socket.socket()
        self.socket.connect((host, port))  # ALSO

    @classmethod
    def from_url(cls, url: str) -> Metrics:
        host, _, port = url.removeprefix("tcp://").partition(":")
        return cls(host, int(port))

    def close(self) -> None:
        self.socket.close()


class AsyncMetrics:
    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self.writer = writer

    @classmethod
    async def from_url(cls, url: str) -> AsyncMetrics:
        host, _, port = url.removeprefix("tcp://").partition(":")
        _, writer = await asyncio.open_connection(host, int(port))
        return cls(writer)


async def start(url: str) -> bool:
    Metrics.from_url(url).close()  # BUG
    return True


async def start_async(url: str) -> bool:
    client = await AsyncMetrics.from_url(url)
    client.writer.close()
    await client.writer.wait_closed()
    return True
