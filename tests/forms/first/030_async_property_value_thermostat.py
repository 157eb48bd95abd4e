"""Thermostat reading a slow field bus."""
import asyncio


class Bus:
    def __init__(self, registers: dict[int, int]) -> None:
        self._registers = registers

    async def read(self, register: int) -> int:
        await asyncio.sleep(0.001)
        return self._registers[register]


class Thermostat:
    TEMPERATURE = 0x10

    def __init__(self, bus: Bus, target: float = 21.0) -> None:
        self.bus = bus
        self.target = target

    @property
    async def temperature(self) -> float:
        raw = await self.bus.read(self.TEMPERATURE)
        return raw / 10

    async def needs_heating(self) -> bool:
        return self.temperature < self.target - 0.5  # BUG

    async def needs_cooling(self) -> bool:
        return await self.temperature > self.target + 0.5
