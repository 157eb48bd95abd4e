import asyncio
from contextlib import aclosing


class ScanSession:
    """A server-side scan; the server allows only one at a time."""

    def __init__(self, server, prefix):
        self._server = server
        self._prefix = prefix

    async def rows(self):
        await self._server.begin_scan()
        try:
            for key, value in list(self._server.table.items()):
                await asyncio.sleep(0)
                if key.startswith(self._prefix):
                    yield key, value
        finally:
            await self._server.end_scan()


async def newest_event(server, prefix):
    latest = None
    async for key, value in ScanSession(server, prefix).rows():  # BUG
        if value["final"]:
            latest = key
            break  # ALSO
    return latest


async def first_failure(server, prefix):
    failed = None
    async with aclosing(ScanSession(server, prefix).rows()) as rows:
        async for key, value in rows:
            if not value["ok"]:
                failed = key
                break
    return failed
