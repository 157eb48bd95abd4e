"""Bridge between plain plugins and the bot's event loop."""
from __future__ import annotations

import asyncio
import concurrent.futures


class Bridge:
    def __init__(self, loop: asyncio.AbstractEventLoop, timeout: float = 0.3) -> None:
        self.loop = loop
        self.timeout = timeout

    async def _history(self, room: str) -> list[str]:
        await asyncio.sleep(0)
        return [f"{room}: hello"]

    def history(self, room: str) -> list[str]:
        future: concurrent.futures.Future[list[str]]
        future = asyncio.run_coroutine_threadsafe(self._history(room), self.loop)
        return future.result(self.timeout)  # ALSO


async def export_room(bridge: Bridge, room: str) -> str:
    lines = bridge.history(room)  # BUG
    return "\n".join(lines)


async def print_room(bridge: Bridge, room: str) -> str:
    lines = await asyncio.to_thread(bridge.history, room)
    return "\n".join(lines)


async def count_room(bridge: Bridge, room: str) -> int:
    future = asyncio.run_coroutine_threadsafe(bridge._history(room), bridge.loop)
    return len(await asyncio.wrap_future(future))
