"""Results of the uptime prober."""
import asyncio
from dataclasses import asdict, dataclass


@dataclass(slots=True)
class ProbeResult:
    target: str
    latency_ms: float = 0.0
    status: int = 0


class Prober:
    def __init__(self, statuses):
        self._statuses = statuses

    async def status_of(self, target: str) -> int:
        await asyncio.sleep(0)
        return self._statuses.get(target, 503)

    async def latency_of(self, target: str) -> float:
        await asyncio.sleep(0)
        return 12.5

    async def probe(self, target: str) -> dict:
        result = ProbeResult(target)
        result.latency_ms = await self.latency_of(target)
        result.status = self.status_of(target)  # BUG
        return {name: getattr(result, name) for name in ("target", "latency_ms", "status")}

    async def probe_twice(self, target: str) -> dict:
        result = ProbeResult(target)
        result.latency_ms = (await self.latency_of(target) + await self.latency_of(target)) / 2
        result.status = await self.status_of(target)
        return asdict(result)
