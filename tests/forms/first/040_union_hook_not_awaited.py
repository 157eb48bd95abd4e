"""Hooks of the job runner may be plain or async functions."""
from __future__ import annotations

import asyncio
import inspect
from typing import Awaitable, Callable, Union

Hook = Callable[[str], Union[None, Awaitable[None]]]


class JobRunner:
    def __init__(self) -> None:
        self._before: list[Hook] = []
        self._after: list[Hook] = []

    def before(self, hook: Hook) -> Hook:
        self._before.append(hook)
        return hook

    def after(self, hook: Hook) -> Hook:
        self._after.append(hook)
        return hook

    async def start(self, job: str) -> None:
        for hook in self._before:
            hook(job)  # BUG
        await asyncio.sleep(0)

    async def finish(self, job: str) -> None:
        await asyncio.sleep(0)
        for hook in self._after:
            result = hook(job)
            if inspect.isawaitable(result):
                await result
