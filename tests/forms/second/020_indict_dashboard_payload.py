"""Builds the JSON payload of the operator dashboard."""
import asyncio
import json
from typing import Any


class MetricsStore:
    def __init__(self, series: dict[str, list[float]]) -> None:
        self._series = series

    async def latest(self, name: str) -> float:
        await asyncio.sleep(0)
        return self._series[name][-1]

    async def peak(self, name: str) -> float:
        await asyncio.sleep(0)
        return max(self._series[name])


class Dashboard:
    def __init__(self, metrics: MetricsStore) -> None:
        self.metrics = metrics

    def render(self, payload: dict[str, Any]) -> str:
        return json.dumps(payload, sort_keys=True)

    async def traffic_panel(self) -> str:
        payload = {
            "title": "Traffic",
            "requests": await self.metrics.latest("requests"),
            "errors": self.metrics.latest("errors"),  # BUG
        }
        return self.render(payload)

    async def load_panel(self) -> str:
        payload = {
            "title": "Load",
            "cpu": await self.metrics.peak("cpu"),
            "memory": await self.metrics.peak("memory"),
        }
        return self.render(payload)
