import asyncio


class ProfileService:
    def __init__(self, names, guilds):
        self._names = names
        self._guilds = guilds

    async def display_name(self, player_id):
        await asyncio.sleep(0)
        return self._names[player_id]

    async def guild_tag(self, player_id):
        await asyncio.sleep(0)
        return self._guilds.get(player_id, "-")


class Leaderboard:
    def __init__(self, profiles, scores):
        self.profiles = profiles
        self.scores = scores

    def _ranked(self):
        return sorted(self.scores.items(), key=lambda pair: -pair[1])

    async def by_name(self, limit):
        rows = []
        for player_id, score in self._ranked()[:limit]:
            rows.append((self.profiles.display_name(player_id), score))  # BUG
        return "\n".join("%s\t%d" % row for row in rows)

    async def by_guild(self, limit):
        rows = []
        for player_id, score in self._ranked()[:limit]:
            rows.append((await self.profiles.guild_tag(player_id), score))
        return "\n".join("%s\t%d" % row for row in rows)
