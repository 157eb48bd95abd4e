import asyncio
from functools import cached_property


class Directory:
    def __init__(self, roles, teams):
        self._roles = roles
        self._teams = teams

    async def roles(self, login):
        await asyncio.sleep(0)
        return frozenset(self._roles.get(login, ()))

    async def teams(self, login):
        await asyncio.sleep(0)
        return frozenset(self._teams.get(login, ()))


class RequestUser:
    """The user behind the current HTTP request."""

    def __init__(self, directory, login):
        self._directory = directory
        self.login = login
        self._teams = None

    @cached_property  # BUG
    async def roles(self):  # ALSO
        return await self._directory.roles(self.login)

    async def teams(self):
        if self._teams is None:
            self._teams = await self._directory.teams(self.login)
        return self._teams

    async def member_of(self, *names):
        return not (await self.teams()).isdisjoint(names)

    @property
    def is_anonymous(self):
        return self.login is None
