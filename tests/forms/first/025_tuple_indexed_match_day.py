import asyncio
from typing import NamedTuple


class Team(NamedTuple):
    name: str
    points: int


class League:
    def __init__(self, table):
        self._table = table

    async def team(self, name):
        await asyncio.sleep(0)
        return Team(name, self._table[name])

    async def favourite(self, home, away):
        teams = (self.team(home), self.team(away))  # BUG
        if teams[0].points >= teams[1].points:  # ALSO
            return teams[0].name
        return teams[1].name

    async def underdog(self, home, away):
        teams = (await self.team(home), await self.team(away))
        if teams[0].points < teams[1].points:
            return teams[0].name
        return teams[1].name
