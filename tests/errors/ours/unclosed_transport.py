# shows: unclosed-transport
# in: plain-3_9 plain-3_13
# args: -W always
import asyncio


async def main():
    server = await asyncio.start_server(lambda reader, writer: None, "127.0.0.1")
    port = server.sockets[0].getsockname()[1]
    await asyncio.open_connection("127.0.0.1", port)


asyncio.run(main())
