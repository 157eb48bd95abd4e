"""Presence updates of a collaborative editor."""
import asyncio
from typing import Any, Coroutine


class Presence:
    def __init__(self, delay: float = 0.01) -> None:
        self.delay = delay
        self.seen: list[str] = []

    async def announce(self, user: str) -> None:
        await asyncio.sleep(self.delay)
        self.seen.append(user)


class Editor:
    def __init__(self, presence: Presence) -> None:
        self.presence = presence
        self._tasks: set[asyncio.Task[None]] = set()

    def _spawn(self, coro: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(coro)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def joined(self, user: str) -> str:
        _ = asyncio.create_task(self.presence.announce(user))  # BUG
        return f"welcome {user}"

    async def renamed(self, user: str) -> str:
        self._spawn(self.presence.announce(user))
        return f"now known as {user}"

    async def close(self) -> None:
        await asyncio.gather(*self._tasks)
