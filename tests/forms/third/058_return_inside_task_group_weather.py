"""Weather page which combines two services."""
import asyncio


async def forecast(city):
    await asyncio.sleep(0.01)
    return f"sunny in {city}"


async def warnings(city):
    await asyncio.sleep(0.02)
    return [f"{city}: wind"]


async def page(city):
    async with asyncio.TaskGroup() as group:
        text = group.create_task(forecast(city))
        alerts = group.create_task(warnings(city))
        return text.result(), alerts.result()  # BUG


async def mobile_page(city):
    async with asyncio.TaskGroup() as group:
        text = group.create_task(forecast(city))
        alerts = group.create_task(warnings(city))
    return text.result(), alerts.result()


async def widget(city):
    async with asyncio.TaskGroup() as group:
        text = group.create_task(forecast(city))
        group.create_task(warnings(city))
        return await text
