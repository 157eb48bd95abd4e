import asyncio

import pytest


@pytest.mark.asyncio
async def test_upper(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"hello\n")
    assert await reader.readline() == b"HELLO\n"
    writer.close()


@pytest.mark.asyncio
async def test_empty_line(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"\n")
    assert await reader.readline() == b"\n"
    writer.close()
