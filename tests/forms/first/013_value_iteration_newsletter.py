"""Newsletter delivery."""
import asyncio
from typing import Protocol


class Subscribers(Protocol):
    async def active(self) -> list[str]: ...


class Mailer:
    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []

    async def send(self, to: str, subject: str) -> None:
        await asyncio.sleep(0)
        self.sent.append((to, subject))


async def send_issue(subscribers: Subscribers, mailer: Mailer, issue: int) -> int:
    count = 0
    for address in subscribers.active():  # BUG
        await mailer.send(address, f"Issue #{issue}")
        count += 1
    return count


async def send_correction(subscribers: Subscribers, mailer: Mailer, issue: int) -> int:
    count = 0
    for address in await subscribers.active():
        await mailer.send(address, f"Correction to #{issue}")
        count += 1
    return count
