"""Admission of smart-home devices by serial number."""
import asyncio
import sqlite3
from contextlib import closing


class DeviceTable:
    """Set-like view of a table in the provisioning database."""

    def __init__(self, path: str, table: str) -> None:
        self.path = path
        self._query = f"SELECT 1 FROM {table} WHERE serial = ?"

    def __contains__(self, serial: str) -> bool:
        return self.has(serial)

    def has(self, serial: str) -> bool:
        with closing(sqlite3.connect(self.path, timeout=5)) as db:
            return db.execute(self._query, (serial,)).fetchone() is not None


class Admission:
    def __init__(self, path: str) -> None:
        self.allowed = DeviceTable(path, "allowed")
        self.revoked = DeviceTable(path, "revoked")
        self.joined: list[str] = []

    async def join(self, serial: str) -> bool:
        if serial not in self.allowed:  # BUG
            return False
        self.joined.append(serial)
        return True

    async def rejoin(self, serial: str) -> bool:
        if await asyncio.to_thread(self.revoked.has, serial):
            return False
        self.joined.append(serial)
        return True
