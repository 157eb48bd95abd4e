"""Nightly backup of the chat history."""
import asyncio
import subprocess
import sys
from functools import partial

ARCHIVE = [sys.executable, "-S", "-c", "import time; time.sleep(0.2); print('42 files')"]

run_tool = partial(subprocess.run, capture_output=True, text=True, check=True)


class BackupJob:
    def __init__(self, rooms: list[str]) -> None:
        self.rooms = rooms
        self.log: list[str] = []

    async def freeze(self) -> None:
        await asyncio.sleep(0)
        self.log.append("frozen: " + ", ".join(self.rooms))

    async def run(self) -> str:
        await self.freeze()
        done = run_tool(ARCHIVE)  # BUG
        self.log.append(done.stdout.strip())
        return self.log[-1]

    async def run_in_background(self) -> str:
        await self.freeze()
        done = await asyncio.to_thread(run_tool, ARCHIVE)
        self.log.append(done.stdout.strip())
        return self.log[-1]
