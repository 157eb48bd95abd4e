"""Ask several mirrors, take the first answer."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass


@dataclass
class Mirror:
    host: str
    delay: float

    async def latest_version(self) -> str:
        await asyncio.sleep(self.delay)
        return f"{self.host}: 2.4.1"


async def all_answers(mirrors: list[Mirror]) -> set[str]:
    done, _ = await asyncio.wait([mirror.latest_version() for mirror in mirrors])  # BUG
    return {task.result() for task in done}


async def first_answer(mirrors: list[Mirror]) -> str:
    tasks = [asyncio.create_task(mirror.latest_version()) for mirror in mirrors]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        return done.pop().result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
