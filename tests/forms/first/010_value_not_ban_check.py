"""Moderation for the chat rooms."""
import asyncio

BANNED = {"spammer42"}
MUTED = {"noisy"}


async def is_banned(nick):
    await asyncio.sleep(0)
    return nick in BANNED


async def is_muted(nick):
    await asyncio.sleep(0)
    return nick in MUTED


class Room:
    def __init__(self, topic):
        self.topic = topic
        self.members = []
        self.lines = []

    async def join(self, nick):
        if not is_banned(nick):  # BUG
            self.members.append(nick)
            return True
        return False

    async def say(self, nick, text):
        if not await is_muted(nick):
            self.lines.append((nick, text))
            return True
        return False
