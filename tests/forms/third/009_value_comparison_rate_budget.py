"""Token budgets for an upstream API."""
import asyncio
from dataclasses import dataclass, field


@dataclass
class Budget:
    limits: dict[str, int] = field(default_factory=dict)
    used: dict[str, int] = field(default_factory=dict)

    async def remaining(self, key: str) -> int:
        await asyncio.sleep(0)
        return self.limits.get(key, 0) - self.used.get(key, 0)

    def spend(self, key: str, tokens: int) -> None:
        self.used[key] = self.used.get(key, 0) + tokens


async def complete(budget: Budget, key: str, prompt: str) -> str:
    cost = len(prompt.split())
    if 0 < cost <= budget.remaining(key):  # BUG
        budget.spend(key, cost)
        return prompt.upper()
    return ""


async def embed(budget: Budget, key: str, text: str) -> list[int]:
    cost = len(text.split())
    if 0 < cost <= await budget.remaining(key):
        budget.spend(key, cost)
        return [len(word) for word in text.split()]
    return []
