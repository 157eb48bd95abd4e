"""Poll results for the community bot."""
import asyncio
from collections import Counter


class PollStore:
    def __init__(self) -> None:
        self._votes: dict[str, Counter[str]] = {}

    def vote(self, poll: str, option: str) -> None:
        self._votes.setdefault(poll, Counter())[option] += 1

    async def votes_for(self, poll: str, option: str) -> int:
        await asyncio.sleep(0)
        return self._votes.get(poll, Counter())[option]


async def yes_no(store: PollStore, poll: str) -> list[int]:
    return [
        store.votes_for(poll, "yes"),  # BUG
        await store.votes_for(poll, "no"),
    ]


async def yes_no_maybe(store: PollStore, poll: str) -> list[int]:
    return [
        await store.votes_for(poll, "yes"),
        await store.votes_for(poll, "no"),
        await store.votes_for(poll, "maybe"),
    ]
