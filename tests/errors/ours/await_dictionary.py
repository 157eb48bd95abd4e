# shows: not-awaitable
# in: plain-3_9 plain-3_13
import asyncio
from unittest.mock import Mock


async def main():
    await Mock().load()


asyncio.run(main())
