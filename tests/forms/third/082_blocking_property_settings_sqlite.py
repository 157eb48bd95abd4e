"""User settings are kept in a small database file."""
from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing


class Settings:
    def __init__(self, path: str) -> None:
        self.path = path
        self._language: str | None = None

    def _query(self, key: str, default: str) -> str:
        with closing(sqlite3.connect(self.path)) as db:  # ALSO
            db.execute("create table if not exists settings (key text, value text)")  # ALSO
            row = db.execute("select value from settings where key = ?", (key,)).fetchone()  # ALSO
        return row[0] if row else default

    @property
    def theme(self) -> str:
        return self._query("theme", "light")

    @property
    def language(self) -> str:
        return self._language or "en"

    async def load_language(self) -> str:
        self._language = await asyncio.to_thread(self._query, "language", "en")
        return self.language


async def render_theme(settings: Settings) -> str:
    await asyncio.sleep(0)
    return f"<body class={settings.theme}>"  # BUG


async def render_language(settings: Settings) -> str:
    await settings.load_language()
    return f"<html lang={settings.language}>"
