"""Session middleware of a web backend."""
import asyncio


class Sessions:
    def __init__(self, live):
        self._live = live

    async def find(self, token):
        await asyncio.sleep(0)
        return self._live.get(token)


class Middleware:
    def __init__(self, sessions):
        self.sessions = sessions
        self.audit = []

    async def authenticate(self, token):
        user = None
        if (found := self.sessions.find(token)) and token:  # BUG
            self.audit.append(token)
            user = await found
        return 200, user

    async def authorize(self, token, role):
        if (found := await self.sessions.find(token)) and role in found["roles"]:
            self.audit.append(token)
            return 200, found
        return 403, None

    async def peek(self, token):
        lookup = self.sessions.find(token)
        user = await lookup
        return user is not None
