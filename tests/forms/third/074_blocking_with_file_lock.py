"""A spool directory shared with other processes."""
import asyncio
import fcntl
import os


class FileLock:
    def __init__(self, path):
        self.path = path
        self.fd = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)

    def __enter__(self):
        fcntl.flock(self.fd, fcntl.LOCK_EX)  # ALSO
        return self

    def __exit__(self, *exc):
        fcntl.flock(self.fd, fcntl.LOCK_UN)


class Spool:
    def __init__(self, lock):
        self.lock = lock
        self.letters = []

    def _append_locked(self, letter):
        with self.lock:
            self.letters.append(letter)
            return len(self.letters)

    async def accept(self, letter):
        await asyncio.sleep(0)
        with self.lock:  # BUG
            self.letters.append(letter)
            return len(self.letters)

    async def accept_later(self, letter):
        await asyncio.sleep(0)
        return await asyncio.to_thread(self._append_locked, letter)
