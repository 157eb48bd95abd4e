# in: libraries-new
import asyncio

import httpx


async def main():
    async with httpx.AsyncClient() as client:
        await client.get("http://127.0.0.1:9/")


asyncio.run(main())
