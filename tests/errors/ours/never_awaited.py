# shows: never-awaited
# in: plain-3_9 plain-3_13
import asyncio


async def save():
    return 1


async def main():
    save()


asyncio.run(main())
