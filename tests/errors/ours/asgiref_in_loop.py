# shows: async-to-sync-in-loop
# in: libraries-old libraries-new
import asyncio

from asgiref.sync import async_to_sync


async def load():
    return 1


async def main():
    async_to_sync(load)()


asyncio.run(main())
