# in: drivers-old drivers-new
# shows: operation-in-progress
import asyncio

import asyncpg


async def answer(reader, writer):
    """Lets a client of PostgreSQL in, and answers none of its queries."""
    length = int.from_bytes(await reader.readexactly(4), "big")
    await reader.readexactly(length - 4)
    version = b"server_version\0" + b"15.0\0"
    writer.write(b"R" + (8).to_bytes(4, "big") + bytes(4))
    writer.write(b"S" + (4 + len(version)).to_bytes(4, "big") + version)
    writer.write(b"Z" + (5).to_bytes(4, "big") + b"I")
    while await reader.read(1000):
        pass
    writer.close()


async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    connection = await asyncpg.connect(host="127.0.0.1", port=port, user="a", database="a", ssl=False)
    first = asyncio.ensure_future(connection.execute("SELECT 1"))
    await asyncio.sleep(0)
    try:
        await connection.execute("SELECT 2")
    finally:
        first.cancel()
        connection.terminate()
        server.close()


asyncio.run(main())
