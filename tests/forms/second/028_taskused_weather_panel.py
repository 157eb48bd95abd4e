"""Wall panel: weather and transit are loaded side by side."""
import asyncio
from dataclasses import dataclass


@dataclass
class Weather:
    celsius: float
    summary: str


@dataclass
class Departures:
    line: str
    minutes: list[int]


class CityApi:
    async def weather(self, city: str) -> Weather:
        await asyncio.sleep(0.002)
        return Weather(21.5, f"sunny in {city}")

    async def departures(self, stop: str) -> Departures:
        await asyncio.sleep(0.001)
        return Departures(stop[:2].upper(), [3, 9])


async def morning_panel(api: CityApi, city: str, stop: str) -> list[str]:
    async with asyncio.TaskGroup() as group:
        weather = group.create_task(api.weather(city))
        departures = group.create_task(api.departures(stop))
    next_bus = departures.result().minutes[0]
    return [weather.summary, f"next bus in {next_bus} min"]  # BUG


async def evening_panel(api: CityApi, city: str, stop: str) -> list[str]:
    async with asyncio.TaskGroup() as group:
        weather = group.create_task(api.weather(city))
        departures = group.create_task(api.departures(stop))
    last_bus = departures.result().minutes[-1]
    return [weather.result().summary, f"last bus in {last_bus} min"]
