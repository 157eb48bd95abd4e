"""Inventory of label printers."""
from __future__ import annotations

import asyncio
import socket
from dataclasses import dataclass


@dataclass
class Printer:
    name: str
    host: str
    port: int

    @property
    def firmware(self) -> str:
        with socket.create_connection((self.host, self.port), timeout=5) as link:
            return link.recv(64).decode().strip()

    async def read_firmware(self) -> str:
        reader, writer = await asyncio.open_connection(self.host, self.port)
        try:
            return (await reader.read(64)).decode().strip()
        finally:
            writer.close()
            await writer.wait_closed()


async def inventory(printers: list[Printer]) -> dict[str, str]:
    found = {}
    for printer in printers:
        found[printer.name] = printer.firmware  # BUG
    return found


async def firmware_list(printers: list[Printer]) -> list[str]:
    found = []
    for printer in printers:
        found.append(await printer.read_firmware())
    return found
