import asyncio
import fcntl
import json
import os


class LockFile:
    """Advisory lock shared with the other processes on this machine."""

    def __init__(self, path):
        self.path = path
        self._fd = None

    def __enter__(self):
        self._fd = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
        fcntl.flock(self._fd, fcntl.LOCK_EX)
        return self

    def __exit__(self, *exc_info):
        os.close(self._fd)
        self._fd = None


class SharedCounters:
    def __init__(self, path):
        self.path = path
        self.pending = {}

    def _save(self, document):
        with LockFile(self.path + ".lock"):
            with open(self.path, "w") as out:
                json.dump(document, out)

    async def publish(self, name, value):
        self.pending[name] = value
        with LockFile(self.path + ".lock"):  # BUG
            snapshot = dict(self.pending)
        return snapshot

    async def flush(self):
        snapshot = dict(self.pending)
        await asyncio.to_thread(self._save, snapshot)
        return snapshot
