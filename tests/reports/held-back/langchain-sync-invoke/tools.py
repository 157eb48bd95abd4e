import asyncio

from langchain_core.tools import StructuredTool

TIMES = {"library": "10-18", "pool": "7-21"}


async def opening_hours(place: str) -> str:
    """Tell the opening hours of a public place."""
    await asyncio.sleep(0.01)
    return TIMES.get(place, "unknown")


async def nearest(street: str) -> str:
    """Tell the nearest public place."""
    await asyncio.sleep(0.01)
    return "pool" if street.startswith("Lake") else "library"


def load_tools() -> dict[str, StructuredTool]:
    tools = [StructuredTool.from_function(coroutine=f) for f in (opening_hours, nearest)]
    return {tool.name: tool for tool in tools}
