"""Label printers speak a line protocol over TCP and greet on connect."""
from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

Address = tuple[str, int]


@contextmanager
def connected(address: Address) -> Iterator[socket.socket]:
    connection = socket.create_connection(address, timeout=5)
    try:
        connection.recv(64)
        connection.setblocking(False)
        yield connection
    finally:
        connection.close()


@asynccontextmanager
async def opened(address: Address) -> AsyncIterator[asyncio.StreamWriter]:
    reader, writer = await asyncio.open_connection(*address)
    try:
        await reader.readline()
        yield writer
    finally:
        writer.close()


async def print_label(address: Address, lines: list[str]) -> None:
    loop = asyncio.get_running_loop()
    with connected(address) as printer:  # BUG
        for line in lines:
            await loop.sock_sendall(printer, line.encode() + b"\n")


async def print_receipt(address: Address, lines: list[str]) -> None:
    async with opened(address) as printer:
        for line in lines:
            printer.write(line.encode() + b"\n")
            await printer.drain()
