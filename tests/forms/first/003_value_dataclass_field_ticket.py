from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timezone


@dataclass
class Agent:
    name: str
    email: str


@dataclass
class Ticket:
    subject: str
    assignee: Agent
    created: datetime = field(default_factory=lambda: datetime.now(timezone.utc))


class AgentPool:
    def __init__(self, agents: list[Agent]) -> None:
        self._agents = agents
        self._next = 0

    async def pick(self) -> Agent:
        agent = self._agents[self._next % len(self._agents)]
        self._next += 1
        await asyncio.sleep(0)
        return agent


async def open_ticket(pool: AgentPool, subject: str) -> str:
    ticket = Ticket(
        subject=subject,
        assignee=pool.pick(),  # BUG
    )
    return f"{ticket.subject} -> {ticket.assignee.email}"


async def reopen_ticket(pool: AgentPool, subject: str) -> str:
    ticket = Ticket(
        subject=f"Re: {subject}",
        assignee=await pool.pick(),
    )
    return f"{ticket.subject} -> {ticket.assignee.email}"
