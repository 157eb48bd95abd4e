"""Collects readings from field sensors over a serial bus."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timezone


@dataclass(frozen=True)
class Reading:
    sensor: str
    celsius: float
    taken_at: datetime = field(default_factory=lambda: datetime.now(timezone.utc))

    @property
    def fahrenheit(self) -> float:
        return self.celsius * 9 / 5 + 32


class Bus:
    def __init__(self, registers: dict[str, int]) -> None:
        self.registers = registers

    async def read_celsius(self, sensor: str) -> float:
        await asyncio.sleep(0.001)
        return self.registers[sensor] / 10


async def sample_one(bus: Bus, sensor: str) -> Reading:
    return Reading(sensor, celsius=bus.read_celsius(sensor))  # BUG


async def sample_all(bus: Bus) -> list[Reading]:
    readings = []
    for sensor in bus.registers:
        readings.append(Reading(sensor, celsius=await bus.read_celsius(sensor)))
    return readings


async def hottest(bus: Bus) -> float:
    return max(r.fahrenheit for r in await sample_all(bus))
