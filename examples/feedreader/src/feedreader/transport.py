"""HTTP over plain sockets, as little of it as feeds need."""

import asyncio
import urllib.parse


class Transport:
    """One connection at a time, and no more requests than the server likes."""

    def __init__(self, delay: float = 0.5) -> None:
        self.delay = delay
        self.writer: asyncio.StreamWriter | None = None

    async def throttle(self) -> None:
        """Waits between two requests."""
        await asyncio.sleep(self.delay)

    async def get(self, url: str) -> tuple[int, str]:
        """The status and the body."""
        parts = urllib.parse.urlsplit(url)
        reader, self.writer = await asyncio.open_connection(parts.hostname, parts.port or 80)
        self.writer.write(f"GET {parts.path or '/'} HTTP/1.0\r\nHost: {parts.hostname}\r\n\r\n".encode())
        await self.writer.drain()
        head, _, body = (await reader.read()).partition(b"\r\n\r\n")
        return int(head.split()[1]), body.decode()

    async def close(self) -> None:
        """Closes the connection."""
        if self.writer is not None:
            self.writer.close()
            await self.writer.wait_closed()
