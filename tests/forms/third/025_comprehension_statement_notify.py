"""Notifies the watchers of a ticket."""
import asyncio


class Mailer:
    def __init__(self):
        self.sent = []

    async def send(self, recipient, subject):
        await asyncio.sleep(0)
        self.sent.append((recipient, subject))

    def log(self, recipient):
        self.sent.append((recipient, None))


class Ticket:
    def __init__(self, title, watchers):
        self.title = title
        self.watchers = watchers

    async def close(self, mailer):
        subject = f"closed: {self.title}"
        [mailer.send(w, subject) for w in self.watchers if "@" in w]  # BUG
        return subject

    async def reopen(self, mailer):
        subject = f"reopened: {self.title}"
        [await mailer.send(w, subject) for w in self.watchers if "@" in w]
        return subject

    async def assign(self, mailer):
        [mailer.log(w) for w in self.watchers]
        await asyncio.sleep(0)
        return self.title
