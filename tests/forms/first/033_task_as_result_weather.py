"""Weather widget: two lookups side by side."""
from __future__ import annotations

import asyncio


class WeatherApi:
    async def forecast(self, city: str) -> dict[str, float]:
        await asyncio.sleep(0.002)
        return {"high": 24.0, "low": 13.5}

    async def warnings(self, city: str) -> list[str]:
        await asyncio.sleep(0.001)
        return ["storm"] if city == "Kiel" else []


async def widget(api: WeatherApi, city: str) -> str:
    async with asyncio.TaskGroup() as group:
        forecast = group.create_task(api.forecast(city))
        warnings = group.create_task(api.warnings(city))
    text = f"{city}: {forecast['high']:.0f} degrees"  # BUG
    if warnings.result():
        text += " (!)"
    return text


async def compact_widget(api: WeatherApi, city: str) -> str:
    async with asyncio.TaskGroup() as group:
        forecast = group.create_task(api.forecast(city))
        warnings = group.create_task(api.warnings(city))
    text = f"{city} {forecast.result()['high']:.0f}"
    if warnings.result():
        text += "!"
    return text
