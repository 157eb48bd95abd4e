"""Issue tracker notifications."""
import asyncio
from dataclasses import dataclass, field


@dataclass
class Issue:
    key: str
    title: str
    watchers: set[str] = field(default_factory=set)
    assignee: str | None = None


class Mailer:
    def __init__(self) -> None:
        self.outbox: list[tuple[str, str]] = []

    async def send(self, to: str, subject: str) -> None:
        await asyncio.sleep(0)
        self.outbox.append((to, subject))


class Notifier:
    def __init__(self, mailer: Mailer) -> None:
        self.mailer = mailer

    async def commented(self, issue: Issue, author: str) -> None:
        subject = f"[{issue.key}] {author} commented on {issue.title}"
        [self.mailer.send(who, subject) for who in issue.watchers - {author}]  # BUG

    async def closed(self, issue: Issue, author: str) -> None:
        subject = f"[{issue.key}] {author} closed {issue.title}"
        recipients = issue.watchers - {author}
        await asyncio.gather(*[self.mailer.send(who, subject) for who in recipients])
