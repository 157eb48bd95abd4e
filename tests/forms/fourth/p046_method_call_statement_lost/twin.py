import asyncio


class ProxyStream:
    def __init__(self, chunks):
        self.chunks = chunks
        self.drained = False

    async def read(self):
        await asyncio.sleep(0)
        if not self.chunks:
            self.drained = True
            return b""
        return self.chunks.pop(0)


async def read_body(stream):
    body = b""
    while chunk := await stream.read():
        body += chunk
    return body


async def open_tunnel(stream, status):
    if status != 200:
        raise ConnectionError(f"proxy refused: {status}")
    await read_body(stream)
    return "tunnel ready" if stream.drained else "stale bytes left in stream"


async def main():
    print(await open_tunnel(ProxyStream([b"ok", b"\r\n"]), 200))


asyncio.run(main())
