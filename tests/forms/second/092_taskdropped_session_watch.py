import asyncio
import itertools


class Session:
    def __init__(self, number):
        self.number = number
        self.closed = asyncio.Event()


class SessionManager:
    """Counts the sessions of a multiplayer server and notices when they end."""

    def __init__(self):
        self._numbers = itertools.count(1)
        self._watchers = {}
        self.finished = []

    async def _watch(self, session):
        try:
            await session.closed.wait()
            self.finished.append(session.number)
        finally:
            self._watchers.pop(session.number, None)

    def open_guest(self):
        session = Session(next(self._numbers))
        loop = asyncio.get_running_loop()
        loop.create_task(self._watch(session), name=f"watch-{session.number}")  # BUG
        return session

    def open_member(self):
        session = Session(next(self._numbers))
        loop = asyncio.get_running_loop()
        task = loop.create_task(self._watch(session), name=f"watch-{session.number}")
        self._watchers[session.number] = task
        return session

    @property
    def watched(self):
        return sorted(self._watchers)
