"""Votes of a live poll."""
import asyncio
from dataclasses import dataclass, field


@dataclass
class Poll:
    votes: dict[str, int] = field(default_factory=dict)
    turnout: int = 0
    points: int = 0
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def weight(self, voter: str) -> int:
        await asyncio.sleep(0.001)
        return 2 if voter.startswith("vip") else 1

    async def vote(self, voter: str) -> None:
        self.turnout += await self.weight(voter)  # BUG

    async def vote_for(self, option: str, voter: str) -> None:
        weight = await self.weight(voter)
        self.votes[option] = self.votes.get(option, 0) + weight

    async def score(self, voter: str) -> None:
        async with self._lock:
            self.points += await self.weight(voter)


async def run_poll(poll: Poll, voters: list[str]) -> int:
    await asyncio.gather(*(poll.vote(voter) for voter in voters))
    return poll.turnout


async def run_options(poll: Poll, voters: list[str]) -> tuple[int, int]:
    await asyncio.gather(*(poll.vote_for("tea", voter) for voter in voters))
    await asyncio.gather(*(poll.score(voter) for voter in voters))
    return poll.votes["tea"], poll.points
