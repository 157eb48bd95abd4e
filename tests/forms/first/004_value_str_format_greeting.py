"""Greeting texts of the support bot."""
import asyncio

WELCOME = "Hello {name}, you have {unread} unread messages."
REMINDER = "{name}: {unread} messages are waiting"


class Inbox:
    def __init__(self):
        self._unread = {}

    def put(self, user, text):
        self._unread.setdefault(user, []).append(text)

    async def unread_count(self, user):
        await asyncio.sleep(0.001)
        return len(self._unread.get(user, []))


async def welcome(inbox, user):
    return WELCOME.format(
        name=user.title(),
        unread=inbox.unread_count(user),  # BUG
    )


async def remind(inbox, user):
    return REMINDER.format(
        name=user.title(),
        unread=await inbox.unread_count(user),
    )
