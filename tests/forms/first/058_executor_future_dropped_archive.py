"""Archiving of closed tickets to disk."""
import asyncio
import json
from pathlib import Path


def write_archive(folder: Path, ticket: dict) -> Path:
    target = folder / f"ticket-{ticket['id']}.json"
    target.write_text(json.dumps(ticket))
    return target


class Archiver:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.archived: list[int] = []

    async def archive(self, ticket: dict) -> None:
        loop = asyncio.get_running_loop()
        loop.run_in_executor(None, write_archive, self.folder, ticket)  # BUG
        self.archived.append(ticket["id"])

    async def archive_now(self, ticket: dict) -> None:
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(None, write_archive, self.folder, ticket)
        self.archived.append(ticket["id"])
