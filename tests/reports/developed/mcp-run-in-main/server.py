import asyncio
import sys

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("pantry")
pantry: dict[str, int] = {}


@mcp.tool()
async def stock(item: str) -> int:
    """How many of ITEM are there?"""
    return pantry.get(item, 0)


@mcp.tool()
async def take(item: str, count: int = 1) -> str:
    """Take some of ITEM out."""
    left = pantry.get(item, 0) - count
    if left < 0:
        return f"only {pantry.get(item, 0)} left"
    pantry[item] = left
    return f"{left} left"


async def fill_pantry() -> None:
    await asyncio.sleep(0.01)
    pantry.update(flour=3, rice=5)


async def main() -> None:
    await fill_pantry()
    print(f"pantry server, {len(pantry)} items", file=sys.stderr)
    mcp.run()


if __name__ == "__main__":
    asyncio.run(main())
